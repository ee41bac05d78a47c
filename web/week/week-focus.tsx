/** Which places the week is planned harder for, as a line above its table. */
import { isInFocus } from '#core/focus/weekly-focus.ts';
import { focusText } from '../text/focus.ts';
import { task } from './state.ts';

export function WeekFocus() {
  const words = focusText.value;
  const { focus = [], hotSpots = [], days = [] } = task.value ?? {};
  const isOn = (hotSpotId: string) =>
    focus.some(
      (one) => one.hotSpotId === hotSpotId && days.some(({ date }) => isInFocus(one, date)),
    );
  const places = hotSpots.filter(({ id }) => isOn(id)).map(({ code, name }) => `${code} ${name}`);
  if (places.length === 0) return null;
  return (
    <p class="week-focus">
      <a href="/planera/inriktning">{words.inWeek(places.join(', '))}</a>
    </p>
  );
}
