/** Visits from recorded tracks: drop files, see them beside the log, and take what is right into it. */
import './tracks.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { tracksText } from '../text/tracks.ts';
import { accepted, acceptProblem } from './accept.ts';
import { AcceptBar } from './accept-bar.tsx';
import { DropZone, FileList } from './drop-zone.tsx';
import { stopReading } from './read-files.ts';
import { forgetAll, places, tracks } from './state.ts';
import { TrackSection } from './track-section.tsx';
import { TracksMap } from './tracks-map.tsx';

export function TracksScreen() {
  const words = tracksText.value;
  const problem = useSignal<unknown>(null);
  useEffect(() => {
    void readPlaces().catch((error: unknown) => {
      problem.value = error;
    });
    return () => {
      stopReading();
      forgetAll();
      accepted.value = null;
      acceptProblem.value = null;
    };
  }, []);
  return (
    <div class="tracks-screen">
      <div class="tracks-side">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p class="muted">{words.notKept}</p>
        <DropZone />
        {problem.value !== null && (
          <p class="notice error" role="alert">
            {problemText(problem.value)}
          </p>
        )}
        <FileList />
        {tracks.value.map((track) => (
          <TrackSection key={track.key} track={track} />
        ))}
        <AcceptBar />
      </div>
      <TracksMap />
    </div>
  );
}

async function readPlaces(): Promise<void> {
  const { features } = await call('listHotSpots', { query: {} });
  places.value = features.filter(({ properties }) => properties.status !== 'closed');
}
