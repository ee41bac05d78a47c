/** «Löften»: each promise on a line, target beside outcome, and by when it is kept or not. */
import './promises.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { WireReply } from '#contract/api.ts';
import { addressOf, call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { setPaper } from '../plan/paper.ts';
import { may } from '../state/session.ts';
import { municipalityName, settings } from '../state/settings.ts';
import { promisesText } from '../text/promises.ts';
import { dayIn } from './amounts.ts';
import { LedgerRow } from './ledger-row.tsx';
import { PromiseForm } from './promise-form.tsx';
import { type Loaded, useLoaded } from './use-loaded.ts';
import { Withdrawn } from './withdrawn.tsx';
import { YearPicker } from './year-picker.tsx';
import { homeMunicipality, readYearScope, today, type YearScope, yearQuery } from './year-scope.ts';

type Ledger = WireReply<'getLedger'>;

export function LedgerScreen() {
  const { query } = useLocation();
  const scope = readYearScope(query);
  const isMaking = useSignal(false);
  const words = promisesText.value;
  const ledger = useLoaded(JSON.stringify(scope), (signal) =>
    call('getLedger', { query: yearQuery(scope), signal }),
  );
  useEffect(() => {
    document.title = `${words.titleOf(String(scope.year))} – Fotspår`;
  }, [scope.year, words]);
  useEffect(() => setPaper('A4'), []);
  const made = () => {
    isMaking.value = false;
    void ledger.reload();
  };
  return (
    <div class="ledger" aria-busy={ledger.isLoading.value}>
      <div class="ledger-page">
        <SectionNav section="promises" />
        <div class="ledger-top">
          <div class="ledger-title">
            <h1>{words.titleOf(String(scope.year))}</h1>
            <p class="muted">{subtitle(ledger.value.value, scope)}</p>
            <p class="muted print-only">{whose(scope)}</p>
          </div>
          <YearPicker path="/loften" scope={scope} />
          <a
            class="button small no-print"
            href={addressOf('exportLedgerCsv', {}, yearQuery(scope))}
            download
            target="_self"
          >
            {words.csv}
          </a>
          <button type="button" class="button small no-print" onClick={() => window.print()}>
            {words.print}
          </button>
          {may('createPromise') && !isMaking.value && (
            <button
              type="button"
              class="button small primary no-print"
              onClick={() => {
                isMaking.value = true;
              }}
            >
              {words.form.make}
            </button>
          )}
        </div>
        {isMaking.value && (
          <PromiseForm
            terms={blank(scope, ledger.value.value)}
            onSaved={made}
            onCancel={() => {
              isMaking.value = false;
            }}
          />
        )}
        <Lines ledger={ledger} scope={scope} />
      </div>
    </div>
  );
}

/** `räknat till och med 24 nov · prognos: i samma takt som hittills` */
function subtitle(ledger: Ledger | null, { year }: YearScope): string {
  const words = promisesText.value;
  if (!ledger) return '';
  if (ledger.until < ledger.from) return words.notBegun;
  const isOver = ledger.until < today();
  const counted = words.countedTo(dayIn(year, ledger.until));
  return isOver ? counted : [counted, words.asLine].join(' · ');
}

/** On paper: of the area, or of the municipality that was chosen. */
const whose = ({ municipality }: YearScope): string | undefined =>
  municipality === '' ? settings.value?.area.name : municipalityName(municipality);

const blank = ({ year, municipality }: YearScope, ledger: Ledger | null) => ({
  municipality: homeMunicipality(municipality),
  number: nextNumber(homeMunicipality(municipality), ledger),
  sentence: '',
  owner: 'both' as const,
  measure: '',
  source: 'hand' as const,
  narrowing: { hotSpotIds: [], tags: [], kinds: [], unit: 'times' as const },
  target: null,
  eveningTarget: null,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

const nextNumber = (municipality: string, ledger: Ledger | null): number => {
  const own = (ledger?.lines ?? []).filter((line) => line.municipality === municipality);
  return Math.max(0, ...own.map(({ number }) => number)) + 1;
};

function Lines({ ledger, scope }: { ledger: Loaded<Ledger>; scope: YearScope }) {
  const words = promisesText.value;
  const shown = ledger.value.value;
  const failed = ledger.failure.value !== null && (
    <Failed error={ledger.failure.value} again={() => void ledger.reload()} />
  );
  if (!shown) return failed || <Loading />;
  const changed = () => void ledger.reload();
  return (
    <>
      {failed}
      {shown.lines.length === 0 ? (
        <Empty title={words.empty.title}>
          <p class="muted">{may('createPromise') ? words.empty.text : words.empty.municipality}</p>
        </Empty>
      ) : (
        <ol class="promise-list" aria-label={words.list}>
          {shown.lines.map((line) => (
            <LedgerRow
              key={line.id}
              line={line}
              until={shown.until}
              showsMunicipality={scope.municipality === '' && hasSeveral(shown)}
              onChanged={changed}
            />
          ))}
        </ol>
      )}
      <Withdrawn promises={shown.withdrawn} onChanged={changed} />
    </>
  );
}

const hasSeveral = ({ lines }: Ledger): boolean =>
  new Set(lines.map(({ municipality }) => municipality)).size > 1;
