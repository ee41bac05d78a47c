import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const core = path.resolve(import.meta.dirname, '../../../server/core');

/** The files and packages that come along at run time; types weigh nothing. */
function broughtAlong(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, clause, from] of source.matchAll(/^import (.*?) from '(.*?)';/gms)) {
    if (clause?.startsWith('type ')) continue;
    if (from?.startsWith('.')) broughtAlong(path.resolve(path.dirname(file), from), seen);
    else seen.add(from ?? '');
  }
  return seen;
}

it.each(['hot-spot-state', 'planned-visit-state', 'visit-class', 'presence'])(
  'the phone can tell %s without carrying luxon',
  (name) => {
    expect([...broughtAlong(path.join(core, `dosage/${name}.ts`))]).not.toContain('luxon');
  },
);

it('and local time does carry it', () => {
  expect([...broughtAlong(path.join(core, 'calendar/window.ts'))]).toContain('luxon');
});
