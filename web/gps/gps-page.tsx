/** Min GPS: what is kept, the switch, all that is stored, and the apps that may send. In plain words, for the one it is about. */
import '../my-shift/my-shift.css';
import '../style/page.css';
import './gps-page.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failed, Loading } from '../frame/states.tsx';
import { gpsPageText } from '../text/gps-page.ts';
import { ConsentCard } from './consent-card.tsx';
import { loadOwnGps } from './own-gps.ts';
import { OwnTrack } from './own-track.tsx';
import { ownGps } from './state.ts';
import { TrackerApps } from './tracker-apps.tsx';

export function GpsPage() {
  const problem = useSignal<unknown>(null);
  const words = gpsPageText.value;
  const load = () =>
    void loadOwnGps().catch((error: unknown) => {
      problem.value = error;
    });
  useEffect(load, []);
  const own = ownGps.value;
  if (own === null) {
    return problem.value ? <Failed error={problem.value} again={load} /> : <Loading />;
  }
  return (
    <div class="page gps-page">
      <a class="button" href="/mitt-pass">
        {words.back}
      </a>
      <h1>{own.on ? words.title : words.offTitle}</h1>
      {own.on ? <ConsentCard own={own} /> : <p>{words.off}</p>}
      <OwnTrack own={own} />
      {own.on && own.consentGivenAt && <TrackerApps own={own} />}
    </div>
  );
}
