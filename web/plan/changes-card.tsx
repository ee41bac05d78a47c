/** What mending has changed, visit by visit, each with its reason. */
import type { PlannedVisit } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { Card } from './card.tsx';
import { changes, type ToldChange } from './changes.ts';
import { patrolById, placeById } from './state.ts';

export function ChangesCard() {
  const words = planText.value.changes;
  const told = changes.value ?? [];
  return (
    <Card title={words.count(told.length)} back=".plan-actions button">
      <p class="muted">{words.rest}</p>
      <ul class="reasons-list">
        {told.map(({ change, why }) => (
          <li key={`${change.kind} ${slotOf(change)}`}>
            <b>{changeText(change)}</b>
            {why !== '' && <> – {why}</>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const slotOf = (change: ToldChange['change']): string =>
  change.kind === 'removed' ? change.before.slotId : change.after.slotId;

function changeText(change: ToldChange['change']): string {
  const words = planText.value.changes;
  if (change.kind === 'removed') return words.removed(codeOf(change.before), timeOf(change.before));
  const { after } = change;
  if (change.kind === 'added') return words.added(codeOf(after), timeOf(after), callSignOf(after));
  const { before } = change;
  const isHandedOver = before.patrolId !== after.patrolId;
  return words.moved(
    codeOf(after),
    timeOf(before),
    timeOf(after),
    isHandedOver ? callSignOf(after) : null,
  );
}

const codeOf = ({ hotSpotId }: PlannedVisit): string => placeById(hotSpotId)?.properties.code ?? '';
const timeOf = ({ startsAt }: PlannedVisit): string => clock(startsAt);
const callSignOf = ({ patrolId }: PlannedVisit): string => patrolById(patrolId)?.callSign ?? '';
