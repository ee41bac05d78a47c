/** `npm run icons`: the installed app's pictures from `web/public/icons/icon.svg`, whose mark keeps to the middle that any mask leaves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './browser-binary.ts';
import { step, stop } from './terminal.ts';

const folder = join(import.meta.dirname, '..', 'web', 'public', 'icons');
/** Android asks for the first two, iOS for the last. */
const SIZES = { 'icon-192.png': 192, 'icon-512.png': 512, 'apple-touch-icon.png': 180 };

const executablePath =
  ensureChromium() ?? stop('There is no Chromium: install one or name it in FOTSPAR_CHROMIUM.');
const drawing = readFileSync(join(folder, 'icon.svg')).toString('base64');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, size] of Object.entries(SIZES)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0"><img style="display:block;width:100vw" src="data:image/svg+xml;base64,${drawing}">`,
  );
  writeFileSync(join(folder, name), await page.screenshot());
  step(`  ${name}`);
}
await browser.close();
