/** Activities, newest first, by kind where asked; struck ones stay in sight. */
import { useSignal } from '@preact/signals';
import { ACTIVITY_KINDS } from '#core/promises/activity.ts';
import { may } from '../state/session.ts';
import { activitiesText } from '../text/activities.ts';
import { shortDay } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import type { Activity } from './activity-form.tsx';
import { amount } from './amounts.ts';
import { ReasonForm, type ReasonSaid } from './personal-check.tsx';

interface ActivityTableProps {
  readonly activities: readonly Activity[];
  readonly onEdit: (activity: Activity) => void;
  /** @returns whether it went well */
  readonly onStrike: (activity: Activity, said: ReasonSaid) => Promise<boolean>;
  readonly onRestore: (activity: Activity) => void;
}

/** As many as are looked at; the rest at a press. */
const SHOWN = 40;

export function ActivityTable({ activities, ...acts }: ActivityTableProps) {
  const words = activitiesText.value;
  const kind = useSignal('');
  const showsAll = useSignal(false);
  const wanted = activities.filter((one) => kind.value === '' || one.kind === kind.value);
  const shown = showsAll.value ? wanted : wanted.slice(0, SHOWN);
  if (activities.length === 0) return <p class="muted">{words.empty}</p>;
  return (
    <section class="activity-list">
      <label class="no-print">
        <span class="visually-hidden">{words.kind}</span>
        <select
          value={kind.value}
          onChange={(event) => {
            kind.value = event.currentTarget.value;
          }}
        >
          <option value="">{words.allKinds}</option>
          {ACTIVITY_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      {wanted.length === 0 && <p class="muted">{words.emptyOfKind}</p>}
      <table class="activity-table" hidden={wanted.length === 0}>
        <caption class="visually-hidden">{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.place}</th>
            <th scope="col" class="num">
              {words.adults}
            </th>
            <th scope="col" class="num">
              {words.hours}
            </th>
            {may('changeActivity') && (
              <th scope="col" class="no-print">
                <span class="visually-hidden">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((activity) => (
            <Row key={activity.id} activity={activity} {...acts} />
          ))}
        </tbody>
      </table>
      {shown.length < wanted.length && (
        <p class="no-print">
          {words.shown(shown.length, wanted.length)}{' '}
          <button
            type="button"
            class="button small"
            onClick={() => {
              showsAll.value = true;
            }}
          >
            {words.showAll}
          </button>
        </p>
      )}
    </section>
  );
}

type RowProps = Omit<ActivityTableProps, 'activities'> & { readonly activity: Activity };

function Row({ activity, onEdit, onStrike, onRestore }: RowProps) {
  const words = activitiesText.value;
  const isStriking = useSignal(false);
  const { date, start, end, kind, place, adults, minutes, struck, reason } = activity;
  return (
    <>
      <tr class={struck ? 'struck' : ''}>
        <th scope="row">
          {date} <span class="muted">{shortDay(date)}</span>
        </th>
        <td>
          {start}–{end}
        </td>
        <td>{words.kinds[kind]}</td>
        <td class="where">
          {place}
          {struck && <span class="muted"> – {words.struck(reason)}</span>}
        </td>
        <td class="num" data-label={words.adults}>
          {adults}
        </td>
        <td class="num" data-label={words.hours}>
          {amount(minutes / 60)}
        </td>
        {may('changeActivity') && (
          <td class="acts no-print">
            {struck ? (
              <Act
                label={words.restore}
                about={`${date} ${place}`}
                onPress={() => onRestore(activity)}
              />
            ) : (
              <>
                <Act
                  label={words.edit}
                  about={`${date} ${place}`}
                  onPress={() => onEdit(activity)}
                />
                <Act
                  label={words.strike}
                  about={`${date} ${place}`}
                  onPress={() => {
                    isStriking.value = true;
                  }}
                />
              </>
            )}
          </td>
        )}
      </tr>
      {isStriking.value && (
        <tr class="no-print">
          <td colSpan={7}>
            <ReasonForm
              label={words.strike}
              cancel={shellText.value.cancel}
              onReason={async (said) => {
                if (await onStrike(activity, said)) isStriking.value = false;
              }}
              onCancel={() => {
                isStriking.value = false;
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

interface ActProps {
  readonly label: string;
  readonly about: string;
  readonly onPress: () => void;
}

const Act = ({ label, about, onPress }: ActProps) => (
  <button type="button" class="button small quiet" onClick={onPress}>
    {label}
    <span class="visually-hidden"> {about}</span>
  </button>
);
