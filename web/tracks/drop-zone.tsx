/** Takes files by dropping or by a button, and tells how far the reading of each has come. */
import { tracksText } from '../text/tracks.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { readFiles, stopReading } from './read-files.ts';
import { files, isReading, removeFile, type TrackFile, tracks } from './state.ts';

const ENDINGS = '.gpx,.kml,.geojson,.json,.csv,.ndjson,.txt';

export function DropZone() {
  const words = tracksText.value;
  return (
    <FileDrop
      class="track-drop"
      text={words.drop}
      button={words.choose}
      endings={ENDINGS}
      many
      onFiles={(dropped) => void readFiles(dropped)}
    />
  );
}

export function FileList() {
  if (files.value.length === 0) return null;
  const words = tracksText.value;
  const isDone = ({ state }: TrackFile) => state !== 'waiting' && state !== 'reading';
  const done = files.value.filter(isDone).length;
  return (
    <section aria-label={words.files}>
      {isReading.value && (
        <div class="row track-progress">
          <progress max={files.value.length} value={done} aria-label={words.files} />
          <span>{words.progress(done, files.value.length)}</span>
          <button type="button" class="button small" onClick={stopReading}>
            {words.stop}
          </button>
        </div>
      )}
      <ul class="track-files" aria-live="polite">
        {files.value.map((file) => (
          <FileLine key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
}

function FileLine({ file: { id, name, state, why } }: { file: TrackFile }) {
  const words = tracksText.value;
  const found = tracks.value
    .filter(({ fileId }) => fileId === id)
    .reduce((sum, { visits }) => sum + visits.length, 0);
  return (
    <li>
      <span class="track-file-name">{name}</span>
      <span class={state === 'failed' ? 'error' : 'muted'}>
        {state === 'failed'
          ? why?.()
          : state === 'read'
            ? words.tracksRead(found)
            : words.fileState[state]}
      </span>
      {state !== 'waiting' && state !== 'reading' && (
        <button
          type="button"
          class="button small quiet"
          aria-label={words.remove(name)}
          onClick={() => removeFile(id)}
        >
          ✕
        </button>
      )}
    </li>
  );
}
