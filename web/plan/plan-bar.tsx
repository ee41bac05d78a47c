/** The plan in figures, and what could not be placed: always in sight. */
import { decimal } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { check, demand, planning, select, task, visits } from './state.ts';

export function PlanBar() {
  const words = planText.value;
  const plan = planning.value?.plan;
  const figures = check.value?.figures;
  const doses = task.value?.doses;
  const unpredictability = planning.value?.unpredictability ?? null;
  return (
    <div class="plan-bar">
      <h2>
        {words.bar.title}
        {plan && (
          <span class="muted">
            {' '}
            {words.version(plan.number)}, {words.status[plan.status]}
          </span>
        )}
      </h2>
      <span>
        <b>{visits.value.length}</b> {words.bar.visits}
      </span>
      {figures && doses && (
        <span>
          <b>
            {doses.delivered + figures.met}/{doses.wanted}
          </b>{' '}
          {words.bar.doses}
        </span>
      )}
      <span>
        <b>{unpredictability === null ? '–' : decimal(unpredictability, 2)}</b>{' '}
        {words.bar.unpredictability}
        {unpredictability === null && ` (${words.bar.tooFew})`}
      </span>
      {plan && <span class="muted">{words.seed(plan.seed)}</span>}
      <NotPlaced />
    </div>
  );
}

function NotPlaced() {
  const words = planText.value;
  const unmet = demand.value.filter(({ missing }) => missing > 0);
  if (!planning.value?.plan || unmet.length === 0) return null;
  const codes = unmet.map(
    ({ place, missing }) => `${place.properties.code}${missing > 1 ? ` ×${missing}` : ''}`,
  );
  return (
    <button
      type="button"
      class="button small quiet not-placed"
      onClick={() => {
        if (unmet[0]) select({ place: unmet[0].place.id });
      }}
    >
      {words.notPlacedBar(codes.join(', '))} – {words.why}
    </button>
  );
}
