/** Takes a file by dropping or by a button, shows how it is read, and takes it in. */

import { incidentsText } from '../text/incidents.ts';
import { problemText } from '../text/problem.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { ChooseMunicipality } from './choose-municipality.tsx';
import { ColumnFields } from './column-fields.tsx';
import { count } from './figures.ts';
import {
  chooseFile,
  chosen,
  forgetFile,
  forMunicipality,
  imported,
  isReading,
  preview,
  problem,
  stopReading,
} from './import-state.ts';
import { KeepForm } from './keep-form.tsx';
import { PreviewView } from './preview-view.tsx';

const ENDINGS = '.csv,.txt,.xlsx,.geojson,.json';

export function FilePanel() {
  const words = incidentsText.value;
  const file = chosen.value;
  return (
    <section class="incident-file" aria-labelledby="file-heading" aria-busy={isReading.value}>
      <h2 id="file-heading">{words.file.heading}</h2>
      {file ? <ChosenFile name={file.name} /> : <Drop />}
      <Problem />
      {imported.value && (
        <p class="notice" role="status">
          {words.keep.done(count(imported.value.counts.kept), count(imported.value.counts.doubles))}
        </p>
      )}
      {file && preview.value && (
        <>
          <ChooseMunicipality one value={file.municipality} onChange={forMunicipality} />
          <ColumnFields preview={preview.value} />
          <PreviewView preview={preview.value} />
          <KeepForm preview={preview.value} />
        </>
      )}
    </section>
  );
}

function ChosenFile({ name }: { name: string }) {
  const words = incidentsText.value.file;
  return (
    <div class="row">
      <strong class="incident-file-name">{name}</strong>
      {isReading.value ? (
        <>
          <progress aria-label={words.reading(name)} />
          <button type="button" class="button small" onClick={stopReading}>
            {words.stop}
          </button>
        </>
      ) : (
        <button type="button" class="button small" onClick={forgetFile}>
          {words.another}
        </button>
      )}
    </div>
  );
}

function Problem() {
  const error = problem.value;
  if (error === null) return null;
  return (
    <p class="notice error" role="alert">
      {error instanceof Error && error.name === 'Error' ? error.message : problemText(error)}
    </p>
  );
}

function Drop() {
  const words = incidentsText.value.file;
  return (
    <FileDrop
      class="incident-drop"
      text={words.drop}
      button={words.choose}
      endings={ENDINGS}
      onFiles={([file]) => void chooseFile(file)}
    />
  );
}
