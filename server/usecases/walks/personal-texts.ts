/** Free text is where data on persons leaks in: each text of a walk is looked through before it is kept. */
import { looksPersonal } from '#core/note-warning.ts';
import { Problem } from '../../problem.ts';

const WARNING = {
  sv: 'Texten ser ut som uppgifter om en person.',
  en: 'The text looks like data on a person.',
};

/**
 * @param texts by JSON pointer
 * @param known as they were kept before: who wrote them has been asked already
 * @throws Problem personal-data-in-note, with the fields
 */
export function refusePersonalTexts(
  texts: Readonly<Record<string, string>>,
  confirmed: boolean,
  known: Readonly<Record<string, string>> = {},
): void {
  if (confirmed) return;
  const fields = Object.keys(texts).filter(
    (field) => texts[field] !== known[field] && looksPersonal(texts[field] ?? ''),
  );
  if (fields.length === 0) return;
  throw new Problem(
    'personal-data-in-note',
    fields.map((field) => ({ field, said: WARNING })),
  );
}
