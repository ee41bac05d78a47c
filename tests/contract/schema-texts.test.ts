import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { api } from '#contract/api.ts';
import { hasSwedish, schemaIssueText } from '#contract/schema-texts.ts';

const CONTRACT = join(import.meta.dirname, '../../server/contract');

/** Every sentence that a schema of the HTTP contract is written with. */
function sentences(): string[] {
  const folder = join(CONTRACT, 'schemas');
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    join(CONTRACT, 'geojson.ts'),
  ];
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:error|message): '([^']+)'/g)].map(
      ([, sentence = '']) => sentence,
    ),
  );
}

const said = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error?.issues.map(schemaIssueText) ?? [];
};

describe('what is wrong with a field', () => {
  test('is said in Swedish too, whichever sentence a schema uses', () => {
    expect(sentences().length).toBeGreaterThan(10);
    expect(sentences().filter((sentence) => !hasSwedish(sentence))).toEqual([]);
  });

  test.each([
    ['a number too small', z.number().min(50), 20, 'Ange 50 eller mer.', 'Give 50 or more.'],
    [
      'a text too long',
      z.string().max(3),
      'abcd',
      'Använd högst 3 tecken.',
      'Use at most 3 characters.',
    ],
    [
      'too many',
      z.array(z.int()).max(1),
      [1, 2],
      'Ange högst 1 stycken.',
      'Give at most 1 of them.',
    ],
    ['none of the choices', z.enum(['a', 'b']), 'c', 'Ange något av: a, b.', 'Give one of: a, b.'],
    ['not a number', z.number(), 'x', 'Ange ett tal.', 'Give a number.'],
    ['not whole', z.int(), 1.5, 'Ange ett heltal.', 'Give a whole number.'],
  ])('is said as what to give: %s', (_case, schema, value, sv, en) => {
    expect(said(schema, value)).toEqual([{ sv, en }]);
  });

  test('that is missing is said to be missing', () => {
    expect(said(z.object({ a: z.string() }), {})).toEqual([
      { sv: 'Saknas: ange det.', en: 'Missing: give it.' },
    ]);
  });

  test('is never left at the parser’s own words, in any body of the contract', () => {
    for (const route of Object.values(api)) {
      if (!('body' in route)) continue;
      for (const { en } of said(route.body as z.ZodType, {})) {
        expect(en).not.toMatch(/Invalid input|expected/);
      }
    }
  });
});
