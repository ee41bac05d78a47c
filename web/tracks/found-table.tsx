/** The visits of a track beside those of the log, a row a visit; what is new can be ticked. */
import { clock } from '../text/format.ts';
import { tracksText } from '../text/tracks.ts';
import { placeOf } from './place-of.ts';
import { isOffered, type Row } from './rows.ts';
import { isTicked, selectedPlace, takesTimes, takeTimes, tick } from './state.ts';

export function FoundTable({ rows }: { rows: readonly Row[] }) {
  const { columns } = tracksText.value;
  return (
    <table class="found-table">
      <thead>
        <tr>
          {Object.entries(columns).map(([key, column]) => (
            <th key={key} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FoundRow key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const hours = ({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }): string =>
  `${clock(startedAt)}–${endedAt === null ? '' : clock(endedAt)}`;

const minutes = ({ startedAt, endedAt }: { startedAt: string; endedAt: string }): string =>
  `${Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)} min`;

function FoundRow({ row }: { row: Row }) {
  const words = tracksText.value;
  const { columns } = words;
  const { kind, found, logged, planned, hotSpotId } = row;
  const { code, name } = placeOf(hotSpotId);
  return (
    <tr class={kind}>
      <td data-column={columns.take}>
        {isOffered(row) && found && (
          <input
            type="checkbox"
            aria-label={words.take(`${code} ${name}`, hours(found))}
            checked={isTicked(row)}
            onChange={({ currentTarget }) => tick(row, currentTarget.checked)}
          />
        )}
      </td>
      <th scope="row">
        <button
          type="button"
          class="link"
          aria-label={words.show(`${code} ${name}`)}
          aria-pressed={selectedPlace.value === hotSpotId}
          onClick={() => {
            selectedPlace.value = hotSpotId;
          }}
        >
          <b>{code}</b> {name}
        </button>
      </th>
      <td data-column={columns.track}>
        {found ? hours(found) : words.none}
        {found && <small>{minutes(found)}</small>}
        {found?.openStart && <small>{words.openStart}</small>}
        {found?.openEnd && <small>{words.openEnd}</small>}
      </td>
      <td data-column={columns.log}>
        {logged ? hours(logged) : words.none}
        {logged && <small>{words.source[logged.source]}</small>}
      </td>
      <td data-column={columns.plan}>{planned ? planHours(planned) : words.none}</td>
      <td data-column={columns.outcome}>
        <span class={`track-outcome ${kind}`}>{words.outcome[kind]}</span>
        {kind === 'confirm' && <TimesChoice row={row} />}
      </td>
    </tr>
  );
}

const planHours = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
  `${clock(startsAt)}–${clock(endsAt)}`;

function TimesChoice({ row }: { row: Row }) {
  return (
    <label class="times-choice">
      <input
        type="checkbox"
        checked={takesTimes(row)}
        onChange={({ currentTarget }) => {
          takeTimes(row, currentTarget.checked);
          if (currentTarget.checked) tick(row, true);
        }}
      />
      {tracksText.value.takeTimes}
    </label>
  );
}
