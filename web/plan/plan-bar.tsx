/** The plan in figures, and what could not be placed: always in sight. */
import { clock, decimal } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { focusCard } from './card.tsx';
import {
  check,
  habits,
  patrolById,
  placeById,
  planning,
  selection,
  task,
  unmet,
  visits,
} from './state.ts';

export function PlanBar() {
  const words = planText.value;
  const plan = planning.value?.plan;
  const figures = check.value?.figures;
  const doses = task.value?.doses;
  return (
    <div class="plan-bar">
      <h2>
        {words.bar.title}
        {plan && (
          <span class="muted">
            {' '}
            {words.version(plan.number)}, {words.status[plan.status]}
            {plan.replannedBy && ` · ${replannedBy(plan.replannedBy, plan.createdAt)}`}
          </span>
        )}
      </h2>
      <span>
        <b>{visits.value.length}</b> {words.bar.visits}
      </span>
      {figures && doses && (
        <span>
          <b>
            {doses.provided + figures.met}/{doses.wanted}
          </b>{' '}
          {words.bar.doses}
        </span>
      )}
      <HabitsButton />
      <CardButton kind="what-if" title={words.whatIf.title} />
      <CardButton kind="compare" title={words.compare.title} />
      <NotPlaced />
    </div>
  );
}

/** A patrol was called away and its phone made this version. */
const replannedBy = (patrolId: string, at: string): string =>
  planText.value.replanned(patrolById(patrolId)?.callSign ?? '', clock(at));

/** Opens the card that answers; closed, the card leads back to the button by its class. */
function CardButton({ kind, title }: { kind: 'what-if' | 'compare'; title: string }) {
  return (
    <button
      type="button"
      class={`button small quiet ${kind}-button`}
      onClick={() => {
        selection.value = { kind };
        focusCard();
      }}
    >
      {title}
    </button>
  );
}

/** Spread of starts before the plan and with it; the whole of it is in the card. */
function HabitsButton() {
  const { before, after } = habits.value ?? {};
  if (!before || !after) return null;
  const said = (evenness: number | null) => (evenness === null ? '–' : decimal(evenness, 2));
  return (
    <button
      type="button"
      class="button small quiet habits-button"
      onClick={() => {
        selection.value = { kind: 'habits' };
        focusCard();
      }}
    >
      {planText.value.bar.unpredictability}{' '}
      <b>
        {said(before.evenness)} → {said(after.evenness)}
      </b>
    </button>
  );
}

function NotPlaced() {
  const words = planText.value;
  const [first] = unmet.value;
  if (!first) return null;
  const codes = unmet.value.map(
    ({ hotSpotId, missing }) =>
      `${placeById(hotSpotId)?.properties.code ?? '?'}${missing > 1 ? ` ×${missing}` : ''}`,
  );
  return (
    <button
      type="button"
      class="button small quiet not-placed"
      onClick={() => {
        selection.value = { kind: 'place', id: first.hotSpotId };
        focusCard();
      }}
    >
      {words.notPlacedBar(codes.join(', '))} – {words.why}
    </button>
  );
}
