/** The text of a file: UTF-8, UTF-16 by its byte order mark, or what an XML declaration says. */
import { BadTrack } from './bad-track.ts';

/** Without the byte order mark. @throws BadTrack */
export function decodeTrack(bytes: Uint8Array): string {
  refuseCompressed(bytes);
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BadTrack(null, {
      sv: `den är ingen text i ${encoding}: spara den i UTF-8`,
      en: `it is no text in ${encoding}: save it as UTF-8`,
    });
  }
}

const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip, KMZ', [0x50, 0x4b, 0x03, 0x04]],
];

function refuseCompressed(bytes: Uint8Array): void {
  const name = MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0];
  if (!name) return;
  throw new BadTrack(null, {
    sv: `den är packad (${name}): packa upp den först`,
    en: `it is compressed (${name}): unpack it first`,
  });
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, declared = 'UTF-8'] =
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? [];
  return /^utf-?16/i.test(declared) ? 'UTF-8' : declared;
}
