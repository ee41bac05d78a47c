/** Reads one file of incidents in a process of its own. Started by `read-incidents-in-process.ts`; ends when it has answered. */
import { guessMapping } from '#core/incidents/guess-mapping.ts';
import { readIncidents } from '#core/incidents/read-incidents.ts';
import { BadIncidentFile } from '../formats/incidents/bad-incident-file.ts';
import { readIncidentFile } from '../formats/incidents/read-incident-file.ts';
import type { IncidentAnswer, IncidentWork } from './read-incidents-in-process.ts';

/** Shown of each column, so that the reader knows which it is. */
const SAMPLES = 3;

process.once('message', (work: IncidentWork) => {
  void answer(work).then((said) => process.send?.(said, () => process.exit(0)));
});

async function answer({ bytes, mapping: given, rules }: IncidentWork): Promise<IncidentAnswer> {
  try {
    const file = await readIncidentFile(bytes);
    const { mapping: guessed, orderUnknown } = guessMapping(rules.calendar, file);
    const mapping = given ?? guessed;
    return {
      kind: 'read',
      format: file.format,
      rows: file.rows.length,
      columns: file.columns.map((name, index) => ({
        name: name.slice(0, 80),
        samples: file.rows.slice(0, SAMPLES).map(({ cells }) => (cells[index] ?? '').slice(0, 40)),
      })),
      mapping,
      orderUnknown: given ? false : orderUnknown,
      reading: mapping && readIncidents(file, mapping, rules),
    };
  } catch (error) {
    if (error instanceof BadIncidentFile) return { kind: 'refused', said: error.said };
    throw error;
  }
}
