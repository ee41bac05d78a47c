/** «Händelser»: files of incidents come in, and what they are weighed by. */
import '../style/page.css';
import './incidents.css';
import './evaluation.css';
import { useEffect } from 'preact/hooks';
import { SectionNav } from '../frame/section-nav.tsx';
import { may } from '../state/session.ts';
import { incidentsText } from '../text/incidents.ts';
import { DensityPanel } from './density-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { HarmPanel } from './harm-panel.tsx';
import { loadHarmTable } from './harm-state.ts';
import { ImportList } from './import-list.tsx';
import { forgetFile } from './import-state.ts';
import { loadImports, withdrawn } from './kept-imports.ts';

export function IncidentsScreen() {
  const words = incidentsText.value;
  useEffect(() => {
    withdrawn.value = null;
    void loadImports();
    void loadHarmTable();
    return forgetFile;
  }, []);
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  return (
    <div class="page incidents">
      <SectionNav section="coverage" />
      <div>
        <h1>{words.title}</h1>
        <p class="muted">{words.intro}</p>
      </div>
      <div class="incidents-columns">
        <div class="incidents-side">
          {may('importIncidents') && <FilePanel />}
          <ImportList />
          <HarmPanel />
        </div>
        <DensityPanel />
      </div>
    </div>
  );
}
