/** Says on standard error how far the reading of an extract has come, once a second at most. */
import type { PassProgress } from '../server/formats/osm/collect.ts';
import { step } from './terminal.ts';

const PASSES = { 1: 'areas', 2: 'streets and paths', 3: 'positions' } as const;
const EVERY_MS = 1000;

export function progressOf(name: string): PassProgress {
  let saidAt = performance.now();
  let saidPass = 0;
  return (pass, { bytes, totalBytes, objects }) => {
    const isNewPass = pass !== saidPass;
    if (!isNewPass && performance.now() - saidAt < EVERY_MS) return;
    saidAt = performance.now();
    saidPass = pass;
    const percent = Math.floor((100 * bytes) / totalBytes);
    step(
      isNewPass
        ? `Reading ${name}, ${pass} of 3: ${PASSES[pass]} …`
        : `  ${percent} %, ${objects.toLocaleString('en')} objects`,
    );
  };
}
