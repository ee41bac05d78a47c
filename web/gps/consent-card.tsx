/** What is kept, how long and for whom; and the switch, which works at once. */
import { useSignal } from '@preact/signals';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { clock, dateOf } from '../text/format.ts';
import { gpsPageText } from '../text/gps-page.ts';
import { giveConsent, withdrawConsent } from './own-gps.ts';
import { droppedPoints, type OwnGps } from './state.ts';

export function ConsentCard({ own }: { own: OwnGps }) {
  const act = useAct();
  const said = useSignal('');
  const words = gpsPageText.value;
  const since = own.consentGivenAt;
  const turnOn = async () => {
    said.value = '';
    await giveConsent();
  };
  const turnOff = () => {
    said.value = words.turnedOff;
    return withdrawConsent();
  };
  return (
    <section>
      <h2>{words.whatTitle}</h2>
      <ul class="plain-points">
        {words.what(own.retentionDays).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        <b>{since ? words.isOn(`${dateOf(since)} ${clock(since)}`) : words.isOff}</b>
      </p>
      <button
        type="button"
        class={since ? 'big-button' : 'big-button accent'}
        disabled={act.busy && !since}
        onClick={() => act.run(since ? turnOff : turnOn)}
      >
        {since ? words.turnOff : words.turnOn}
      </button>
      <ActError act={act} />
      <p role="status" class={said.value ? 'notice' : 'visually-hidden'}>
        {said.value}
      </p>
      {droppedPoints.value > 0 && <p class="notice">{words.dropped(droppedPoints.value)}</p>}
    </section>
  );
}
