/** A free place of a lane: which hot spots can be visited there, and why not the others. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EpochMs } from '#core/model.ts';
import type { AddableVisit } from '#core/planner/bridge/addable-visits.ts';
import { StateMark } from '../map/state-mark.tsx';
import { calendarRules } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { addOffered, offered } from './add-visit.ts';
import { Card } from './card.tsx';
import { violationText } from './say.ts';
import { instantInShift } from './shift-times.ts';
import { patrolById, placeById, selection, shift } from './state.ts';

interface FreeCardProps {
  readonly patrolId: string;
  readonly at: EpochMs;
}

export function FreeCard({ patrolId, at }: FreeCardProps) {
  const words = planText.value;
  const list = useRef<HTMLUListElement>(null);
  const showsRefused = useSignal(false);
  const choices = offered(patrolId, at);
  const possible = choices.filter(({ refusal }) => refusal === null);
  const refused = choices.filter(({ refusal }) => refusal !== null);
  useEffect(() => {
    const first = list.current?.querySelector('button');
    (first ?? list.current?.closest('section')?.querySelector('input'))?.focus();
  }, [patrolId]);
  return (
    <Card
      title={words.add}
      about={patrolById(patrolId)?.callSign ?? ''}
      back={`[data-free="${patrolId}"]`}
    >
      <label class="free-time">
        {words.addAt} <TimeOfShift at={at} onChange={(next) => choose(patrolId, next)} />
      </label>
      <ul ref={list} class="choices">
        {possible.map((visit) => (
          <Possible key={visit.hotSpotId} patrolId={patrolId} visit={visit} />
        ))}
      </ul>
      {possible.length === 0 && <p>{words.nothingFits}</p>}
      {refused.length > 0 && (
        <details
          open={possible.length === 0 || showsRefused.value}
          onToggle={(event) => {
            showsRefused.value = event.currentTarget.open;
          }}
        >
          <summary>{words.notThen(refused.length)}</summary>
          <ul class="reasons-list">
            {refused.map(({ hotSpotId, refusal }) => (
              <li key={hotSpotId}>
                <b>{placeById(hotSpotId)?.properties.code}</b>: {refusal && violationText(refusal)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function choose(patrolId: string, at: EpochMs): void {
  selection.value = { kind: 'free', patrolId, at };
}

function Possible({ patrolId, visit }: { patrolId: string; visit: AddableVisit }) {
  const place = placeById(visit.hotSpotId)?.properties;
  if (!place) return null;
  return (
    <li>
      <button type="button" class="choice" onClick={() => addOffered(patrolId, visit)}>
        <StateMark state={place.state} />
        <b>
          {place.code} {place.name}
        </b>
        <span class="num">{clock(visit.startsAt)}</span>
        {visit.missing > 0 && <span class="behind">{planText.value.notPlaced(visit.missing)}</span>}
      </button>
    </li>
  );
}

interface TimeOfShiftProps {
  readonly at: EpochMs;
  readonly onChange: (at: EpochMs) => void;
}

function TimeOfShift({ at, onChange }: TimeOfShiftProps) {
  return (
    <input
      type="time"
      step={300}
      value={clock(at)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (!shift.value || value === '') return;
        const { startsAt } = shift.value;
        onChange(instantInShift(calendarRules(), dateOf(startsAt), clock(startsAt), value));
      }}
    />
  );
}
