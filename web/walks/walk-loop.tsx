/** «Punkt → åtgärd → dos → ny vandring»: what has come of the points, and the walks that check them again. */
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
                <th scope="col">{words.columns.doses}</th>
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
  const again = nextOf(shown);
  return (
    <tr>
      <th scope="row" class="what">
        {point.number} {words.categories[point.category]}
      </th>
      <td class="what">
        <span class={measure.detail ? 'no-print' : ''}>{measureText(measure)}</span>
        {measure.detail && <span class="print-only">{onPaper(measure)}</span>}
      </td>
      <td>
        <span class={measure.detail ? 'no-print' : ''}>{dosesText(measure)}</span>
      </td>
      <td>
        {again ? (
          <a href={`/loften/vandringar/${again.id}`}>{again.date}</a>
        ) : (
          <span class="muted">{words.loop.notChecked}</span>
        )}
      </td>
    </tr>
  );
}

/** The walk that follows this one in its chain. */
const nextOf = ({ chain, walk }: Report) =>
  chain[chain.findIndex(({ id }) => id === walk.id) + 1] ?? null;

function dosesText({ detail }: RowProps['measure']): string {
  const words = walksText.value.loop;
  return detail ? words.doses(detail.delivered, detail.promised) : words.hidden;
}

/** The record is handed round: where and at which hours the patrol means to be does not go with it. */
const onPaper = ({ since, until }: RowProps['measure']): string =>
  measureText({ since, until, detail: null });

function measureText({ since, until, detail }: RowProps['measure']): string {
  const words = walksText.value;
  const end = until === null ? '' : `, ${words.loop.until(until)}`;
  if (!detail) return words.loop.police(since) + end;
  const { code, name, window } = detail;
  const days = daysText(window.weekdays, words.window.dayNames);
  const times = words.loop.window(days, window.start, window.end);
  return words.loop.since(`${code} ${name}`, times, since) + end;
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
