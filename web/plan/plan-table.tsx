/** The plan as a table: the twin of map and timeline, with the same actions. */
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { apply } from './actions.ts';
import { focusCard } from './card.tsx';
import { pinned, removed } from './edits.ts';
import { patrolById, placeById, planning, selection, visits } from './state.ts';

/** Where the timeline is too narrow to work in, the table is open from the start. */
const NARROW = '(max-width: 600px)';

export function PlanTable() {
  const words = planText.value;
  const { columns } = words;
  const stateOf = (slot: string) =>
    planning.value?.outcomes.find(({ slotId }) => slotId === slot)?.state ?? 'planned';
  return (
    <details class="plan-table" open={window.matchMedia(NARROW).matches}>
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>
            {[columns.time, columns.patrol, columns.place, columns.state, columns.actions].map(
              (column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {visits.value.map((visit) => {
            const place = placeById(visit.hotSpotId)?.properties;
            return (
              <tr key={visit.slotId}>
                <td>
                  {clock(visit.startsAt)}–{clock(visit.endsAt)}
                </td>
                <td>{patrolById(visit.patrolId)?.callSign}</td>
                <th scope="row">
                  {place?.code} {place?.name}
                </th>
                <td>{words.states[stateOf(visit.slotId)]}</td>
                <td class="row">
                  <button
                    type="button"
                    class="button small"
                    onClick={() => {
                      selection.value = { kind: 'visit', slotId: visit.slotId };
                      focusCard();
                    }}
                  >
                    {words.why}
                  </button>
                  <button
                    type="button"
                    class="button small"
                    onClick={() =>
                      apply(pinned(visits.value, visit.slotId, !visit.pinned), words.pin)
                    }
                  >
                    {visit.pinned ? words.unpin : words.pin}
                  </button>
                  <button
                    type="button"
                    class="button small"
                    onClick={() => apply(removed(visits.value, visit.slotId), words.remove)}
                  >
                    {words.remove}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {planning.value?.plan && <p class="muted">{words.seed(planning.value.plan.seed)}</p>}
    </details>
  );
}
