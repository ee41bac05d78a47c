/** What came about month by month: a table whose numbers have a bar behind them. */
import type { WireReply } from '#contract/api.ts';
import { coverageText } from '../text/coverage.ts';
import { promisesText } from '../text/promises.ts';
import { amount } from './amounts.ts';

interface MonthBarsProps {
  readonly months: WireReply<'getPromise'>['months'];
  readonly measure: string;
}

export function MonthBars({ months, measure }: MonthBarsProps) {
  const words = promisesText.value;
  const most = Math.max(1, ...months.map((month) => month.amount));
  const isOneYear = new Set(months.map(({ month }) => month.slice(0, 4))).size === 1;
  if (!months.some((month) => month.amount > 0)) return null;
  return (
    <section>
      <h3>{words.months}</h3>
      <table class="month-bars">
        <caption class="visually-hidden">
          {words.months}: {measure}
        </caption>
        <tbody>
          {months.map(({ month, amount: value }) => (
            <tr key={month}>
              <th scope="row">{monthName(month, !isOneYear)}</th>
              <td>
                <span style={{ inlineSize: `${(100 * value) / most}%` }} />
              </td>
              <td class="num">{amount(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `nov`, or with its year `nov 2026`. */
function monthName(month: string, hasYear: boolean): string {
  const name = coverageText.value.months[Number(month.slice(5)) - 1]?.slice(0, 3) ?? '';
  return hasYear ? `${name}\u00a0${month.slice(0, 4)}` : name;
}
