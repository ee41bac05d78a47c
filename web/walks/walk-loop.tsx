/** «Punkt → åtgärd → dos → ny vandring»: what has come of the points, and the walks that check them again. */
import { checkedBy } from '#core/walks/checked-again.ts';
import { daysText } from '../hot-spots/window-text.ts';
import { walksText } from '../text/walks.ts';
import type { Point, Report } from './state.ts';
import { countsText } from './walk-words.ts';

export function WalkLoop({ shown }: { shown: Report }) {
  const words = walksText.value.loop;
  const measured = shown.points.filter(({ measures }) => measures.length > 0);
  return (
    <section class="walk-loop">
      <h2>{words.title}</h2>
      {measured.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <div class="box">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columns.point}</th>
                <th scope="col">{words.columns.measure}</th>
                <th scope="col" class="no-print">
                  {words.columns.doses}
                </th>
                <th scope="col">{words.columns.again}</th>
              </tr>
            </thead>
            <tbody>
              {measured.flatMap((point) =>
                point.measures.map((measure) => (
                  <Row
                    key={`${point.id} ${measure.detail?.window.id ?? measure.since}`}
                    point={point}
                    measure={measure}
                    shown={shown}
                  />
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      <Chain shown={shown} />
    </section>
  );
}

interface RowProps {
  readonly point: Point;
  readonly measure: Point['measures'][number];
  readonly shown: Report;
}

function Row({ point, measure, shown }: RowProps) {
  const words = walksText.value;
  const { chain, walk } = shown;
  const again = checkedBy(walk.id, chain);
  return (
    <tr>
      <th scope="row" class="what">
        {point.number} {words.categories[point.category]}
      </th>
      <td class="what">
        <span class={measure.detail ? 'no-print' : ''}>{measureText(measure)}</span>
        <OpenedThen measure={measure} />
        {measure.detail && <span class="print-only">{onPaper(measure)}</span>}
      </td>
      <td class="no-print">{dosesText(measure)}</td>
      <td>
        {again.length === 0 && <span class="muted">{words.loop.notChecked}</span>}
        {again.map(({ id, date, state }) => (
          <span key={id} class="block">
            <a href={`/loften/vandringar/${id}`}>{date}</a> {words.states[state]}
          </span>
        ))}
      </td>
    </tr>
  );
}

function dosesText({ detail }: RowProps['measure']): string {
  const words = walksText.value.loop;
  return detail ? words.doses(detail.delivered, detail.promised) : words.hidden;
}

/** The record is handed round: where and at which hours the patrol means to be does not go with it. */
const onPaper = (measure: RowProps['measure']): string => measureText({ ...measure, detail: null });

function measureText({ since, until, changed, detail }: RowProps['measure']): string {
  const words = walksText.value.loop;
  const end = until === null ? '' : `, ${changed ? words.changed(until) : words.ended(until)}`;
  if (!detail) return (until === null ? words.police(since) : words.policeThen(since)) + end;
  const { code, name, window } = detail;
  return words.since(`${code} ${name}`, timesText(window), since) + end;
}

/** Of a window that ended: whether another took its place nobody has said, so it is told and not counted. */
function OpenedThen({ measure: { until, detail } }: Pick<RowProps, 'measure'>) {
  if (!detail || until === null || detail.openedThen.length === 0) return null;
  const windows = detail.openedThen.map(timesText).join('; ');
  return <span class="muted block no-print">{walksText.value.loop.openedThen(windows)}</span>;
}

type Times = NonNullable<RowProps['measure']['detail']>['window'];

function timesText({ weekdays, start, end }: Times): string {
  const words = walksText.value;
  return words.loop.window(daysText(weekdays, words.window.dayNames), start, end);
}

function Chain({ shown: { chain, walk } }: { shown: Report }) {
  const words = walksText.value;
  if (chain.length < 2) return null;
  return (
    <>
      <h3>{words.loop.chain}</h3>
      <ol class="chain">
        {chain.map(({ id, title, date, state, points }) => (
          <li key={id} aria-current={id === walk.id ? 'true' : undefined}>
            {id === walk.id ? <b>{title}</b> : <a href={`/loften/vandringar/${id}`}>{title}</a>}{' '}
            <span class="muted">
              {date} · {words.states[state]} · {countsText(points)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
