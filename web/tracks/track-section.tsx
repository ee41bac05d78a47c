/** One track: whose it is, when it was where, and its visits beside those of the log. */
import { clock, dateOf, dayName } from '../text/format.ts';
import { tracksText } from '../text/tracks.ts';
import { FoundTable } from './found-table.tsx';
import { rowsOf, type ShownTrack } from './rows.ts';
import { setPatrol } from './state.ts';
import { TrackLanes } from './track-lanes.tsx';

export function TrackSection({ track }: { track: ShownTrack }) {
  const words = tracksText.value;
  const { fileName, unit, from, to, points } = track;
  const rows = rowsOf(track);
  return (
    <section class="track-section">
      <header>
        <h2>{unit === null ? fileName : `${fileName} · ${words.unit(unit)}`}</h2>
        <p class="muted">
          {dayName(dateOf(from))} {clock(from)}–{clock(to)} · {words.points(points)}
        </p>
        <PatrolField track={track} />
      </header>
      {rows.length === 0 ? (
        <p>{words.noVisits}</p>
      ) : (
        <>
          <TrackLanes track={track} rows={rows} />
          <FoundTable rows={rows} />
        </>
      )}
    </section>
  );
}

function PatrolField({ track: { key, patrols, patrolId } }: { track: ShownTrack }) {
  const words = tracksText.value;
  const id = `patrol-${key}`;
  return (
    <div class="field track-patrol">
      <label for={id}>{words.patrol}</label>
      <select
        id={id}
        value={patrolId ?? ''}
        onChange={({ currentTarget }) => setPatrol(key, currentTarget.value || null)}
      >
        <option value="">{words.noPatrol}</option>
        {patrols.map(({ id, callSign, startsAt, endsAt }) => (
          <option key={id} value={id}>
            {callSign} ({clock(startsAt)}–{clock(endsAt)})
          </option>
        ))}
      </select>
      {patrolId === null && <span class="hint">{words.noPatrolHint}</span>}
    </div>
  );
}
