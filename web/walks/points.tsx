/** The points of a walk as a table: the map's twin, with the same actions. */
import { useSignal } from '@preact/signals';
import { walksText } from '../text/walks.ts';
import { PointDetails } from './point-details.tsx';
import type { SavedPoint } from './point-draft.ts';
import { PointForm } from './point-form.tsx';
import { openPoint, type Point, pointForm, type Report } from './state.ts';
import { countsText, daysLate } from './walk-words.ts';

export function Points({ shown }: { shown: Report }) {
  const words = walksText.value.points;
  const said = useSignal('');
  const { walk, points, counts, today } = shown;
  const isNew = pointForm.value === 'new';
  return (
    <section class="points">
      <div class="points-head">
        <h2>{words.title}</h2>
        <span class={counts.overdue > 0 ? 'late' : 'muted'}>{countsText(counts)}</span>
      </div>
      {walk.state !== 'cancelled' && !isNew && (
        <button
          type="button"
          class="button primary add-point no-print"
          onClick={() => {
            said.value = '';
            pointForm.value = 'new';
          }}
        >
          + {words.add}
        </button>
      )}
      {isNew && (
        <PointForm
          walk={walk}
          point={null}
          onSaved={(saved) => {
            said.value = words.saved(saved.number);
            openPoint.value = saved.id;
          }}
          onClosed={() => focusSoon('.add-point')}
        />
      )}
      <p role="status" class={said.value ? 'notice no-print' : 'visually-hidden'}>
        {said.value}
      </p>
      {points.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <PointTable
          shown={shown}
          today={today}
          onSaved={({ number }) => {
            said.value = words.saved(number);
          }}
        />
      )}
    </section>
  );
}

/** Where one goes on once a form is gone. */
const focusSoon = (selector: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());

interface PointTableProps {
  readonly shown: Report;
  readonly today: string;
  readonly onSaved: (saved: SavedPoint) => void;
}

function PointTable({ shown, today, onSaved }: PointTableProps) {
  const { columns } = walksText.value.points;
  return (
    <div class="box">
      <table class="point-table">
        <thead>
          <tr>
            {[columns.number, columns.what, columns.owner, columns.due, columns.status].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        {shown.points.map((point) => (
          <tbody key={point.id}>
            <Row point={point} today={today} />
            <tr class={openPoint.value === point.id ? 'details' : 'details closed'}>
              <td colSpan={5}>
                {pointForm.value === point.id ? (
                  <PointForm
                    walk={shown.walk}
                    point={point}
                    onSaved={onSaved}
                    onClosed={() => focusSoon(`[data-point="${point.id}"]`)}
                  />
                ) : (
                  <PointDetails point={point} isOpen={openPoint.value === point.id} />
                )}
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ point, today }: { point: Point; today: string }) {
  const words = walksText.value;
  const isOpen = openPoint.value === point.id;
  const { category, text, owner, ownerName, dueDate, status, statusReason, overdue } = point;
  return (
    <tr class={isOpen ? 'point open' : 'point'}>
      <th scope="row">
        <button
          type="button"
          class={`point-number ${status}`}
          data-point={point.id}
          aria-expanded={isOpen}
          aria-label={words.points.open(point.number)}
          onClick={() => {
            openPoint.value = isOpen ? null : point.id;
          }}
        >
          {point.number}
        </button>
      </th>
      <td class="what">
        <b>{words.categories[category]}</b>
        <span class="point-text">{text}</span>
      </td>
      <td>
        {words.owners[owner]}
        {ownerName !== '' && <span class="muted block">{ownerName}</span>}
      </td>
      <td class="date">
        {dueDate ?? <span class="muted">{words.points.noDue}</span>}
        {overdue && dueDate !== null && (
          <span class="late block">{words.points.late(daysLate(dueDate, today))}</span>
        )}
      </td>
      <td class="state">
        <span class={`status ${status}`}>{words.statuses[status]}</span>
        {statusReason !== '' && <span class="muted block">{statusReason}</span>}
      </td>
    </tr>
  );
}
