/** The end of a shift, read by the next one in a minute: made, missed and why, doses to take over, what was seen. */
import '../my-shift/my-shift.css';
import './handover.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { keepSnapshot, readSnapshot } from '../pwa/snapshots.ts';
import { capital, clock, dayName } from '../text/format.ts';
import { handoverText } from '../text/handover.ts';
import { Inherited, Missed, Seen } from './handover-lists.tsx';

export type HandoverReply = WireReply<'getHandover'>;

export function HandoverScreen() {
  const { query, route } = useLocation();
  const { pass } = query;
  const handover = useSignal<HandoverReply | 'none' | null>(null);
  const failure = useSignal<unknown>(null);
  const load = async () => {
    failure.value = null;
    try {
      handover.value = await ask(pass);
    } catch (error) {
      failure.value = error;
    }
  };
  useEffect(() => {
    void load();
  }, [pass]);
  if (failure.value) return <Failed error={failure.value} again={() => void load()} />;
  if (handover.value === null) return <Loading />;
  const words = handoverText.value;
  const back = () => route(pass ? '/planera' : '/mitt-pass');
  return (
    <div class="my-shift handover">
      <section class="my-shift-body">
        <div class="scroller" tabIndex={0} role="region" aria-label={words.title}>
          {handover.value === 'none' ? (
            <p class="meta">{words.noShift}</p>
          ) : (
            <HandoverSheet handover={handover.value} />
          )}
        </div>
        <div class="actions no-print">
          <div class="two">
            <button type="button" class="big-button" onClick={back}>
              {words.back}
            </button>
            <button type="button" class="big-button" onClick={() => window.print()}>
              {words.print}
            </button>
          </div>
        </div>
      </section>
    </div>
  );
}

/** Of a shift, or of the one that the officer is in; the last one read is kept for when there is no network. */
async function ask(pass: string | undefined): Promise<HandoverReply | 'none'> {
  const key = pass ?? 'mine';
  try {
    const id = pass ?? (await call('getMyShift', {})).shift?.id;
    if (id === undefined) return 'none';
    const answer = await call('getHandover', { params: { id } });
    await keepSnapshot('getHandover', key, answer);
    return answer;
  } catch (error) {
    const kept = await readSnapshot('getHandover', key);
    if (kept) return kept;
    throw error;
  }
}

function HandoverSheet({ handover }: { handover: HandoverReply }) {
  const words = handoverText.value;
  const { date, startsAt, endsAt, callSigns, planned, done, visits } = handover;
  const estimated = visits.filter(({ source }) => source === 'estimated').length;
  return (
    <>
      <h1 class="big-heading">{words.title}</h1>
      <p class="meta">
        {capital(dayName(date))} {clock(startsAt)}–{clock(endsAt)} · {callSigns.join(', ')}
      </p>
      <p class="handover-sum">
        <b>{words.done(done, planned)}</b>
        {visits.length > done && <> · {words.doneMore(visits.length)}</>}
        {estimated > 0 && <> · {words.uncertain(estimated)}</>}
      </p>
      <Inherited inherited={handover.inherited} />
      <Missed missed={handover.missed} />
      <Seen visits={visits} />
    </>
  );
}
