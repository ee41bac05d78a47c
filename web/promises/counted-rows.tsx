/** The rows that a promise is counted from, by its source. */
import type { WireReply } from '#contract/api.ts';
import { may } from '../state/session.ts';
import { activitiesText } from '../text/activities.ts';
import { promisesText } from '../text/promises.ts';
import { amount } from './amounts.ts';
import { HandFigures } from './hand-figures.tsx';
import { addressOfSource } from './source-address.ts';

type Detail = WireReply<'getPromise'>;

interface CountedRowsProps {
  readonly detail: Detail;
  readonly onChanged: () => Promise<void>;
}

/** More than these are read on a page of their own. */
const SHOWN = 8;

export function CountedRows({ detail, onChanged }: CountedRowsProps) {
  return (
    <section>
      <h3>{promisesText.value.rows}</h3>
      <Rows detail={detail} onChanged={onChanged} />
    </section>
  );
}

function Rows({ detail, onChanged }: CountedRowsProps) {
  switch (detail.line.source) {
    case 'doses':
      return <Doses detail={detail} />;
    case 'walks':
      return <Walks detail={detail} />;
    case 'activities':
      return <Activities detail={detail} />;
    default:
      return <HandFigures detail={detail} onChanged={onChanged} />;
  }
}

function Doses({ detail: { places, line, until, versions } }: { detail: Detail }) {
  const words = promisesText.value;
  const narrowing = versions.at(-1)?.narrowing;
  if (!may('getCoverageRows') || !narrowing) return <p>{words.sources.doses}</p>;
  const isAll = narrowing.hotSpotIds.length + narrowing.tags.length === 0;
  const codes = places.map(({ code, name }) => `${code} ${name}`).join(', ');
  const address = addressOfSource(line, until);
  return (
    <>
      <p>{isAll ? words.allPlaces : words.places(codes)}</p>
      {address && (
        <p>
          <a href={address}>{words.toCoverage}</a>
        </p>
      )}
    </>
  );
}

function Walks({ detail: { line, until, walks } }: { detail: Detail }) {
  const words = promisesText.value;
  const address = addressOfSource(line, until);
  return (
    <>
      {walks.length === 0 && <p class="muted">{words.noRows}</p>}
      <ul class="counted">
        {walks.map(({ heldOn, evening }, index) => (
          <li key={`${heldOn} ${index}`}>
            <span>{heldOn}</span> <span>{evening ? words.walkEvening : words.walkDay}</span>
          </li>
        ))}
      </ul>
      {address && (
        <p>
          <a href={address}>{words.toWalks}</a>
        </p>
      )}
    </>
  );
}

function Activities({ detail: { line, until, activities } }: { detail: Detail }) {
  const words = promisesText.value;
  const { kinds } = activitiesText.value;
  const address = addressOfSource(line, until);
  const left = activities.length - SHOWN;
  return (
    <>
      {activities.length === 0 && <p class="muted">{words.noRows}</p>}
      <ul class="counted">
        {activities.slice(0, SHOWN).map(({ id, date, kind, place, minutes }) => (
          <li key={id}>
            <span>{date}</span>
            <span>
              {kinds[kind]}, {place}
            </span>
            <span class="num">{amount(minutes / 60)} h</span>
          </li>
        ))}
      </ul>
      <p>
        {left > 0 && `${words.more(left)}. `}
        {address && <a href={address}>{words.toActivities}</a>}
      </p>
    </>
  );
}
