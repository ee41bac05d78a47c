/** What the check says of the border: hectares, metres, warnings, or what is wrong and where. */

import { GEOMETRY_PROBLEM_TEXTS, GEOMETRY_WARNING_TEXTS } from '#contract/geometry-texts.ts';
import type { GeometryProblemCode, GeometryWarningCode } from '#core/geo/finding.ts';
import { decimal } from '../text/format.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { language } from '../text/language.ts';
import { type Verdict, verdict } from './state.ts';

/** All findings of a verdict in words. */
export function findings({ problems, warnings }: Pick<Verdict, 'problems' | 'warnings'>): string[] {
  const said = language.value;
  return [
    ...problems.map(
      ({ code, values }) =>
        GEOMETRY_PROBLEM_TEXTS[code as GeometryProblemCode]?.[said](values) ?? code,
    ),
    ...warnings.map(
      ({ code, values }) =>
        GEOMETRY_WARNING_TEXTS[code as GeometryWarningCode]?.[said](values) ?? code,
    ),
  ];
}

/** Hectares and metres in words; empty where the border has none. */
export const sizeOf = ({ areaHa, perimeterM }: Verdict): string =>
  areaHa === null || perimeterM === null
    ? ''
    : hotSpotsText.value.area(decimal(areaHa, 2), decimal(perimeterM, 0));

export function VerdictView() {
  const judged = verdict.value;
  if (!judged) return null;
  const size = sizeOf(judged);
  return (
    <div class={judged.ok ? 'notice' : 'notice error'} role={judged.ok ? 'status' : 'alert'}>
      {size && (
        <p>
          <b>{size}</b>
        </p>
      )}
      <ul>
        {findings(judged).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
