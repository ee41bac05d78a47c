/** «Definitioner»: how each figure is counted, in the order in which the page shows them. */
import './coverage.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { coverageText } from '../text/coverage.ts';
import type { DefinitionName } from './state.ts';

const ORDER: readonly DefinitionName[] = [
  'promised',
  'planned',
  'delivered',
  'lost',
  'notOffered',
  'frequency',
  'median',
  'gap',
  'gaps',
  'windows',
  'streaks',
  'unpredictability',
  'minutes',
  'personMinutes',
  'above',
  'short',
  'sources',
  'grid',
  'trend',
  'filters',
  'borders',
];

export function DefinitionsScreen() {
  const words = coverageText.value;
  const { title, intro, source, names } = words.definitionsPage;
  const { url } = useLocation();
  const sought = location.hash.slice(1);
  useEffect(() => {
    document.title = `${title} – ${words.title} – Fotspår`;
  }, [title]);
  useEffect(() => {
    if (sought) document.getElementById(sought)?.scrollIntoView({ block: 'center' });
  }, [url, sought]);
  return (
    <div class="coverage">
      <div class="coverage-page definitions">
        <SectionNav section="coverage" />
        <header>
          <h1>{title}</h1>
          <p>{words.rows.version(DEFINITIONS_VERSION)}</p>
        </header>
        <p>{intro}</p>
        <dl>
          {ORDER.map((name) => (
            <div key={name} id={name} class={name === sought ? 'sought' : ''}>
              <dt>{names[name]}</dt>
              <dd>{words.definitions[name]}</dd>
            </div>
          ))}
        </dl>
        <p class="muted">{source}</p>
      </div>
    </div>
  );
}
