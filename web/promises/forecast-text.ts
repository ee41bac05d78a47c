/** The forecast in a sentence, and the state that its mark and bar show. */
import type { WireReply } from '#contract/api.ts';
import { promisesText } from '../text/promises.ts';
import { amount, dayIn } from './amounts.ts';
import { today } from './year-scope.ts';

export type Line = WireReply<'getLedger'>['lines'][number];
export type ForecastKind = Line['forecast']['kind'];

const yearOf = ({ to }: Line): number => Number(to.slice(0, 4));

/** `Hålls i den här takten 12 nov` */
export function forecastText(line: Line): string {
  const words = promisesText.value.forecast;
  const { forecast, parts, to } = line;
  const day = (date: string) => dayIn(yearOf(line), date);
  const [whole] = parts;
  const target = whole?.target ?? null;
  switch (forecast.kind) {
    case 'kept':
      return words.kept(day(forecast.on));
    case 'will-be-kept':
      return words.willBeKept(day(forecast.on));
    case 'will-not-be-kept':
      if (forecast.part === 'evening') return words.eveningShort(day(to));
      return words.willNotBeKept(amount(forecast.atEnd), amount(target ?? 0), day(to));
    case 'not-kept':
      return words.notKept;
    default:
      return unknownText(line);
  }
}

function unknownText(line: Line): string {
  const words = promisesText.value.forecast;
  const [whole] = line.parts;
  if (today() < line.from) return words.notBegun(dayIn(yearOf(line), line.from));
  if (!hasTarget(line)) return words.noTarget;
  return whole?.soFar === 0 ? words.nothing : words.eveningNothing;
}

const hasTarget = ({ parts }: Line): boolean => parts.some(({ target }) => target !== null);

/** Whether the day by which it is to be kept says more than the forecast does. */
export const isAhead = (line: Line): boolean =>
  line.forecast.kind === 'will-be-kept' || (line.forecast.kind === 'unknown' && hasTarget(line));

/** `senast 31 dec` */
export const latestText = (line: Line): string =>
  promisesText.value.latest(dayIn(yearOf(line), line.to));
