/** The style of all that is published: a calm page on the screen, and two clean sheets of A4 on paper. */

const SCREEN = `
:root{color-scheme:light dark;--bg:#f3f5f6;--surface:#fff;--ink:#13212b;--ink-2:#4a5a66;--line:#dde3e7;--accent:#0d6773;--track:#dfe7ea;--note:#e0f0f1;--draft:#fdf1dc;--draft-ink:#6b3f00}
@media (prefers-color-scheme:dark){:root{--bg:#0b1217;--surface:#121b21;--ink:#eaf1f4;--ink-2:#b4c4ce;--line:#2b3c48;--accent:#56c5d0;--track:#26353f;--note:#12333a;--draft:#3b2b10;--draft-ink:#f2cf95}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-999px;top:0;padding:8px 16px;background:var(--surface);color:var(--accent)}
.skip:focus{left:0}
.sheet{max-width:54rem;margin:0 auto;padding:32px 40px 48px;background:var(--surface);min-height:100vh}
.kicker{margin:0;color:var(--accent);font-weight:600}
h1{margin:4px 0 4px;font-size:2rem;line-height:1.15;letter-spacing:-.02em;hyphens:auto;overflow-wrap:anywhere}
h2{margin:40px 0 8px;font-size:1.25rem;line-height:1.3}
p{margin:0 0 12px;max-width:42rem}
.facts,.small,figcaption,caption{color:var(--ink-2);font-size:.875rem}
.facts{margin-bottom:24px}
.draft{margin:0 0 24px;padding:10px 16px;border-radius:8px;background:var(--draft);color:var(--draft-ink);font-weight:600}
.reason{margin-bottom:16px;padding:12px 16px;border-radius:8px;background:var(--note)}
.reason p{margin:0}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
table{width:100%;border-collapse:collapse;margin:8px 0 12px}
caption{text-align:start;padding-bottom:8px}
th,td{padding:10px 12px 10px 0;text-align:start;vertical-align:top}
thead th{border-bottom:2px solid var(--line);color:var(--ink-2);font-size:.875rem;font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
tbody+tbody tr:first-child>*,.places tbody tr+tr>*{border-top:1px solid var(--line)}
.places tfoot>tr>*{border-top:2px solid var(--line);font-weight:600}
.number{color:var(--ink-2);font-weight:600;padding-inline-end:8px}
.who{display:block;color:var(--ink-2);font-size:.875rem}
.figure{text-align:end;white-space:nowrap}
thead .figure{white-space:normal}
.figure .unit,.part{display:block;color:var(--ink-2);font-size:.8125rem;font-weight:400;white-space:normal}
.outcome{font-weight:600}
.date{white-space:nowrap}
.promises tr:not(.said)>:last-child{padding-inline:12px 0;width:10rem}
.promises .figure{width:6.5rem}
.places .figure{width:6.5rem}
.places .figure:last-child{padding-inline-end:0}
.bar{display:block;width:100%;height:6px;margin-top:4px;border-radius:3px;overflow:hidden}
.bar rect{fill:var(--track)}
.bar .done{fill:var(--accent)}
.said td{padding-top:0;padding-bottom:16px}
.said p{padding-inline-start:12px;border-inline-start:3px solid var(--line)}
.said p:last-child{margin-bottom:0}
ul{margin:0 0 12px;padding-inline-start:1.25rem;max-width:42rem}
li{margin-bottom:6px}
.downloads{display:flex;flex-wrap:wrap;gap:8px 24px;padding:0;list-style:none}
.downloads a{display:inline-block;padding:6px 0}
footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--line);color:var(--ink-2);font-size:.875rem}
.hear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:600px){
.sheet{padding:20px 16px 32px}
h1{font-size:1.625rem}
th,td{padding-inline-end:6px;font-size:.875rem}
thead th,.who{font-size:.75rem}
.promises .figure,.places .figure{width:auto}
.promises tr:not(.said)>:last-child{width:5.2rem}
.places td{font-size:.8125rem}
}
`;

/** Header and foot of each sheet are the browser's own margin boxes; a browser that has none prints without. */
const paper = (header: string) => `
@page{size:A4;margin:20mm 18mm 18mm;@top-left{content:"${header}";font:8pt system-ui,sans-serif;color:#4a5a66}@bottom-right{content:counter(page) " (" counter(pages) ")";font:8pt system-ui,sans-serif;color:#4a5a66}}
@media print{
:root{color-scheme:light;--bg:#fff;--surface:#fff;--ink:#000;--ink-2:#3a4750;--line:#b8c2c8;--accent:#0d6773;--track:#dfe7ea;--note:#fff;--draft:#fff;--draft-ink:#000}
html{font-size:10pt}
body{line-height:1.4}
.sheet{max-width:none;padding:0;min-height:0}
.skip,.screen{display:none}
h2{margin-top:20pt;break-after:avoid}
th,td{padding-top:5pt;padding-bottom:5pt}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr,li,.promises tbody,.reason{break-inside:avoid}
p{orphans:3;widows:3}
.draft{border:1pt solid #000}
.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}
footer{break-inside:avoid}
}
`;

const inQuotes = (text: string) => text.replaceAll(/[^\p{L}\p{N} .,:·–-]/gu, '');

/** @param header stands at the top of each printed sheet */
export const pageStyle = (header: string): string =>
  `${SCREEN.trim()}\n${paper(inQuotes(header)).trim()}\n`;
