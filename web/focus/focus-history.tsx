/** What was in focus before: nothing is deleted. */
import { focusText } from '../text/focus.ts';
import { type Focus, placeOf } from './focus-place.ts';

export function FocusHistory({ focuses }: { focuses: readonly Focus[] }) {
  const words = focusText.value;
  if (focuses.length === 0) return null;
  return (
    <section class="focus-history">
      <h2>{words.history}</h2>
      <table class="activity-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.place}</th>
            <th scope="col">{words.columns.days}</th>
            <th scope="col">{words.columns.reason}</th>
            <th scope="col">{words.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {focuses.map((focus) => (
            <tr key={focus.id}>
              <th scope="row">{placeOf(focus)}</th>
              <td>
                {words.days(focus.from, focus.to)}
                {focus.endedOn && <span class="muted"> – {words.endedEarly(focus.endedOn)}</span>}
              </td>
              <td class="where">{focus.reason}</td>
              <td>{focus.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
