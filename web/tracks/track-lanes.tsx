/** Track and log as two lanes over the same hours. The table below says the same to who cannot see it. */
import { clock } from '../text/format.ts';
import { tracksText } from '../text/tracks.ts';
import { placeOf } from './place-of.ts';
import type { Row, ShownTrack } from './rows.ts';

interface LanesProps {
  readonly track: ShownTrack;
  readonly rows: readonly Row[];
}

interface Span {
  readonly startedAt: string;
  readonly endedAt: string | null;
}

export function TrackLanes({ track, rows }: LanesProps) {
  const { lanes } = tracksText.value;
  const at = placeIn(track);
  return (
    <div class="track-lanes" aria-hidden="true">
      <Lane name={lanes.track} rows={rows} spanOf={({ found }) => found} at={at} />
      <Lane name={lanes.log} rows={rows} spanOf={({ logged }) => logged} at={at} />
      <span />
      <div class="track-hours">
        {[0, 1, 2, 3, 4].map((quarter) => (
          <span key={quarter}>{clock(hourAt(track, quarter / 4))}</span>
        ))}
      </div>
    </div>
  );
}

/** The place of an instant in the track's time, in per cent. */
function placeIn({ from, to }: ShownTrack) {
  const [start, length] = [Date.parse(from), Math.max(1, Date.parse(to) - Date.parse(from))];
  return (at: string) => Math.min(100, Math.max(0, ((Date.parse(at) - start) / length) * 100));
}

const hourAt = ({ from, to }: ShownTrack, share: number): number =>
  Date.parse(from) + share * (Date.parse(to) - Date.parse(from));

interface LaneProps {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly spanOf: (row: Row) => Span | null;
  readonly at: (instant: string) => number;
}

function Lane({ name, rows, spanOf, at }: LaneProps) {
  return (
    <>
      <span class="track-lane-name">{name}</span>
      <div class="track-lane">
        {rows.map((row) => {
          const span = spanOf(row);
          if (!span) return null;
          const [left, right] = [at(span.startedAt), span.endedAt ? at(span.endedAt) : 100];
          return (
            <span
              key={row.key}
              class={`track-block ${row.kind}`}
              style={{ insetInlineStart: `${left}%`, width: `${Math.max(0.6, right - left)}%` }}
            >
              {placeOf(row.hotSpotId).code}
            </span>
          );
        })}
      </div>
    </>
  );
}
