/** Planera's views: one shift on the map, a week of them in a table, and the weekly focus that both are planned by. */
import './plan-views.css';
import type { LocalDate } from '#core/model.ts';
import { may } from '../state/session.ts';
import { weekText } from '../text/week.ts';
import { addressOfWeek } from '../week/week-address.ts';

interface PlanViewsProps {
  readonly current: 'shift' | 'week' | 'focus';
  /** A day of the week that the other view is about; absent: this week. */
  readonly date?: LocalDate | undefined;
}

export function PlanViews({ current, date }: PlanViewsProps) {
  const words = weekText.value.views;
  if (!may('getWeek')) return null;
  const link = (view: typeof current, href: string) => (
    <a href={href} {...(view === current && { 'aria-current': 'page' as const })}>
      {words[view]}
    </a>
  );
  return (
    <nav class="plan-views no-print" aria-label={words.label}>
      {link('shift', '/planera')}
      {link('week', addressOfWeek(date))}
      {link('focus', '/planera/inriktning')}
    </nav>
  );
}
