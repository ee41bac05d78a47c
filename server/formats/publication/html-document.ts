/** An HTML document that stands on its own: its style within it, no script, nothing to fetch. */
import { createHash } from 'node:crypto';
import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

export interface HtmlDocument {
  readonly title: string;
  readonly description: string;
  readonly css: string;
  readonly body: ComponentChildren;
}

/** The same document gives the same bytes. */
export function htmlDocument({ title, description, css, body }: HtmlDocument): string {
  const head = h(
    'head',
    null,
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'description', content: description }),
    h('title', null, title),
    h('style', { dangerouslySetInnerHTML: { __html: css } }),
  );
  const page = renderToString(h('html', { lang: 'sv' }, head, h('body', null, body)));
  return `<!DOCTYPE html>\n${page}\n`;
}

/** What the document may do in a browser: show itself in its own style, and nothing else. */
export function contentSecurityPolicy(html: string, framedBy: "'none'" | "'self'"): string {
  const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(css).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}
