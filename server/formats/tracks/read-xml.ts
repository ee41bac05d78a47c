/**
 * Reads XML from start to end within bounds. Entities of the file's own are refused rather than left unread: nothing that
 * records tracks writes them, and a few lines of them unfold to gigabytes or name files of this machine.
 */
import sax from 'sax';
import type { Said } from '#contract/problem.ts';
import { atLine, BadTrack } from './bad-track.ts';
import { MOST_ATTRIBUTES, MOST_NESTING } from './track-limits.ts';

export interface XmlElement {
  /** Without its prefix: writers choose their own. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** From 1 on. */
  readonly line: number;
}

export interface XmlReader {
  readonly begin: (element: XmlElement, parents: readonly string[]) => void;
  /** @param path names from the root to the element that the text stands in */
  readonly text: (text: string, path: readonly string[]) => void;
  readonly end: (name: string) => void;
}

/** sax measures what it holds only between chunks. */
const CHUNK = 32_768;

/**
 * @returns the last line
 * @throws BadTrack with the line at which the XML is broken, or what the reader throws
 */
export function readXml(text: string, reader: XmlReader): number {
  const xml = new BoundedXml(reader);
  for (let from = 0; from < text.length; from += CHUNK) xml.take(text.slice(from, from + CHUNK));
  return xml.end();
}

class BoundedXml {
  readonly #parser = sax.parser(true, { position: true, trim: true });
  readonly #reader: XmlReader;
  readonly #path: string[] = [];
  #attributes = 0;
  #hasEnded = false;

  constructor(reader: XmlReader) {
    this.#reader = reader;
    Object.assign(this.#parser, {
      ondoctype: (text: string) => this.#refuseEntities(text),
      onopentagstart: () => this.#deeper(),
      onattribute: () => this.#countAttribute(),
      onopentag: (tag: sax.Tag) => this.#begin(tag),
      onclosetag: () => this.#finish(),
      ontext: (text: string) => reader.text(text, this.#path),
      oncdata: (text: string) => reader.text(text, this.#path),
      onerror: ({ message }: Error) => this.#refuse(broken(message.split('\n')[0] ?? '')),
    });
  }

  take(chunk: string): void {
    this.#parser.write(chunk);
  }

  end(): number {
    if (!this.#hasEnded)
      this.#refuse({ sv: 'XML slutar mitt i', en: 'the XML ends in the middle' });
    const line = this.#line();
    this.#parser.close();
    return line;
  }

  #line(): number {
    return this.#parser.line + 1;
  }

  #refuse(what: Said): never {
    throw new BadTrack(atLine(this.#line()), what);
  }

  #refuseEntities(doctype: string): void {
    if (!/<!ENTITY/i.test(doctype)) return;
    this.#refuse({
      sv: 'filen definierar egna entiteter (<!ENTITY), och sådana läses inte: ta bort dem',
      en: 'the file defines entities of its own (<!ENTITY), which are not read: remove them',
    });
  }

  #deeper(): void {
    this.#attributes = 0;
    if (this.#path.length >= MOST_NESTING)
      this.#refuse(
        broken(
          `more than ${MOST_NESTING} elements within each other`,
          `fler än ${MOST_NESTING} element i varandra`,
        ),
      );
  }

  #countAttribute(): void {
    this.#attributes += 1;
    if (this.#attributes > MOST_ATTRIBUTES)
      this.#refuse(
        broken(
          `more than ${MOST_ATTRIBUTES} attributes of one element`,
          `fler än ${MOST_ATTRIBUTES} attribut på ett element`,
        ),
      );
  }

  #begin({ name: full, attributes }: sax.Tag): void {
    const name = full.slice(full.indexOf(':') + 1);
    this.#reader.begin({ name, attributes, line: this.#line() }, this.#path);
    this.#path.push(name);
  }

  #finish(): void {
    const name = this.#path.pop() ?? '';
    this.#hasEnded = this.#path.length === 0;
    this.#reader.end(name);
  }
}

const broken = (en: string, sv = en): Said => ({
  sv: `XML är trasig: ${sv}`,
  en: `the XML is broken: ${en}`,
});
