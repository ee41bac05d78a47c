/** A text that was typed in lines, as paragraphs. Blank lines divide; single ones are kept as spaces. */
import { type ComponentChild, h } from 'preact';

export const paragraphs = (text: string): ComponentChild[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => h('p', null, paragraph));
