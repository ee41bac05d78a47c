/** A time axis a hot spot: planned visits, doses, and the gaps between doses that were longer than wanted. */
import { axisX, axisY, barX, type PlotOptions, ruleY, tickX } from '@observablehq/plot';
import { useCallback } from 'preact/hooks';
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { calendarRules } from '../../state/settings.ts';
import { coverageText } from '../../text/coverage.ts';
import { clock, dateOf, longHours, shortDate } from '../../text/format.ts';
import { Figure } from '../figure.tsx';
import { whole } from '../numbers.ts';
import { gapsBeyondWanted, hoursOf, overdue, spanOf } from './gaps-of.ts';
import { PlotFigure } from './plot-figure.tsx';
import type { Strip, Strips } from './strips.ts';

interface StripsProps {
  readonly strips: Strips;
  /** First day of the report; the strips may begin later. */
  readonly from: string;
}

export function StripsFigure({ strips, from }: StripsProps) {
  const words = coverageText.value.pictures.strips;
  const draw = useCallback((widthPx: number) => timeAxes(strips, widthPx), [strips]);
  const beyond = strips.hotSpots.flatMap((strip) => gapsBeyondWanted(strip, strips.until));
  const shortened = strips.from > from ? ` ${words.shortened(shortDate(strips.from))}` : '';
  return (
    <PlotFigure
      id="picture-strips"
      title={words.title}
      about={words.about + shortened}
      spoken={words.spoken(strips.hotSpots.length, beyond.length)}
      draw={draw}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{coverageText.value.table.hotSpot}</th>
            <th scope="col">{words.wanted}</th>
            <th scope="col">{words.beyond}</th>
            <th scope="col">{words.longest}</th>
          </tr>
        </thead>
        <tbody>
          {strips.hotSpots.map((strip) => (
            <StripRow key={strip.hotSpotId} strip={strip} strips={strips} />
          ))}
        </tbody>
      </table>
    </PlotFigure>
  );
}

function StripRow({ strip, strips }: { strip: Strip; strips: Strips }) {
  const words = coverageText.value.pictures.strips;
  const { from, to, until } = strips;
  const beyond = gapsBeyondWanted(strip, until);
  const [longest] = [...beyond].sort((a, b) => hoursOf(b) - hoursOf(a));
  const time = (at: number) => `${shortDate(dateOf(at))} ${clock(at)}`;
  return (
    <tr>
      <th scope="row">
        {strip.code} {strip.name}
      </th>
      <td>{longHours(strip.wantedGapHours)}</td>
      <td>
        <Figure
          title={words.beyond}
          place={`${strip.code} ${strip.name}`}
          value={whole(beyond.length)}
          definition="gap"
          rows={{ kind: 'gap', hotSpotId: strip.hotSpotId, from, to }}
        />
      </td>
      <td>
        {longest
          ? `${longHours(hoursOf(longest))}: ${words.fromTo(time(longest.from), time(longest.to))}`
          : words.none}
      </td>
    </tr>
  );
}

const LANE_PX = 30;
/** Below it the name of a place has no room beside its lane. */
const NAMES_FROM_PX = 640;

function timeAxes({ hotSpots, from, to, until }: Strips, widthPx: number): PlotOptions {
  const names = new Map(hotSpots.map(({ code, name }) => [code, `${code} ${name}`]));
  const hasNames = widthPx >= NAMES_FROM_PX;
  const marks = (of: (strip: Strip) => Strip['doses']) =>
    hotSpots.flatMap((strip) =>
      of(strip).map((one) => ({ code: strip.code, at: spanOf(one).from })),
    );
  const beyond = hotSpots.flatMap((strip) =>
    gapsBeyondWanted(strip, until).map((gap) => ({ code: strip.code, ...overdue(gap, strip) })),
  );
  const rules = calendarRules();
  const start = startOfOperationalDate(rules, from);
  const end = Math.max(start + 1, Date.parse(until));
  return {
    width: widthPx,
    height: hotSpots.length * LANE_PX + 40,
    marginLeft: hasNames ? 168 : 34,
    marginRight: 12,
    marginTop: 4,
    x: { type: 'linear', domain: [start, end] },
    y: { type: 'band', domain: hotSpots.map(({ code }) => code), padding: 0.3 },
    marks: [
      axisX({
        ticks: mondays(from, to, end, widthPx),
        tickFormat: (at: number) => shortDate(operationalDateOf(rules, at)),
        label: null,
        color: 'var(--ink-2)',
      }),
      axisY({
        tickFormat: (code: string) => (hasNames ? shortened(names.get(code) ?? code) : code),
        tickSize: 0,
        label: null,
        color: 'var(--ink)',
        fontSize: 12,
      }),
      ruleY(hotSpots, { y: 'code', stroke: 'var(--line)' }),
      barX(beyond, {
        x1: 'from',
        x2: 'to',
        y: 'code',
        fill: 'var(--behind-1-fill)',
        fillOpacity: 0.4,
      }),
      tickX(
        marks(({ planned }) => planned),
        {
          x: 'at',
          y: 'code',
          stroke: 'var(--ink-3)',
          insetTop: -4,
          insetBottom: LANE_PX * 0.55,
        },
      ),
      tickX(
        marks(({ doses }) => doses),
        { x: 'at', y: 'code', stroke: 'var(--on)', strokeWidth: 1.75 },
      ),
    ],
  };
}

const LONGEST_NAME = 21;
const shortened = (name: string) =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

const TICK_PX = 72;

/** Mondays of the axis, as many as there is room for; every day where it is short. */
function mondays(from: string, to: string, end: number, widthPx: number): number[] {
  const rules = calendarRules();
  const days: string[] = [];
  for (
    let day = from;
    day <= to && startOfOperationalDate(rules, day) <= end;
    day = addDays(day, 1)
  ) {
    days.push(day);
  }
  const weeks = days.length > 14 ? days.filter((day) => isoWeekday(day) === 1) : days;
  const each = Math.max(1, Math.ceil((weeks.length * TICK_PX) / widthPx));
  return weeks
    .filter((_, index) => index % each === 0)
    .map((day) => startOfOperationalDate(rules, day));
}
