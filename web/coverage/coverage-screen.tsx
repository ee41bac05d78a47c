/** «Täckning»: did we keep the promise, in figures that can each be asked where they come from. */
import './coverage.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { SectionNav } from '../frame/section-nav.tsx';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { may, role } from '../state/session.ts';
import { municipalityName, settings } from '../state/settings.ts';
import { coverageText } from '../text/coverage.ts';
import { clock, dateOf } from '../text/format.ts';
import { CoverageMap } from './coverage-map.tsx';
import { DayHourGrid } from './day-hour-grid.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { HotSpotTable } from './hot-spot-table.tsx';
import { LaterPictures } from './later-pictures.tsx';
import { Measures } from './measures.tsx';
import {
  gapKindOf,
  hasBegun,
  isLong,
  periodName,
  readScope,
  type Scope,
  spanPassed,
} from './period.ts';
import { PeriodPicker } from './period-picker.tsx';
import { Rates } from './rates.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { Sources } from './sources.tsx';
import { failure, isCounting, loadReport, opened, type Report, redrawn, report } from './state.ts';

export function CoverageScreen() {
  const { query } = useLocation();
  const scope = readScope(query);
  const key = JSON.stringify(scope);
  useEffect(() => {
    opened.value = null;
    void loadReport(scope);
  }, [key]);
  useEffect(() => {
    const comeBack = () => {
      if (!document.hidden) void loadReport(scope);
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [key]);
  useEffect(() => {
    document.title = `${periodName(scope.period)} – ${coverageText.value.title} – Fotspår`;
  }, [key, coverageText.value]);
  return (
    <div class={`coverage ${opened.value ? 'with-panel' : ''}`} aria-busy={isCounting.value}>
      <div class="coverage-page">
        <SectionNav section="coverage" />
        <Top scope={scope} />
        <Body scope={scope} />
      </div>
      <RowsPanel scope={scope} />
    </div>
  );
}

function Top({ scope }: { scope: Scope }) {
  const words = coverageText.value;
  return (
    <div class="coverage-top">
      <div class="coverage-title">
        <h1>{periodName(scope.period)}</h1>
        <p class="muted" role="status">
          {isCounting.value ? words.updating : subtitle(scope)}
        </p>
        <p class="print-only">{provenance(scope)}</p>
      </div>
      <PeriodPicker scope={scope} />
      {may('getCoverageRows') && <FilterMenu scope={scope} />}
      {may('exportCoverageCsv') && <ExportMenu scope={scope} />}
    </div>
  );
}

/** `1 sep – 23 nov · dag 84 av 122 · gränser som de gällde` */
function subtitle({ period }: Scope): string {
  const words = coverageText.value;
  const days = report.value?.days;
  if (!days) return '';
  if (!hasBegun(period)) return words.notBegun;
  const isOver = days.passed >= days.all;
  const which = isOver ? words.allDays(days.all) : words.day(days.passed, days.all);
  const borders = redrawn.value ? words.bordersToday : words.borders;
  return [spanPassed(period), which, borders].join(' · ');
}

/** On paper: whose figures these are, by which definitions, as of when. */
function provenance({ municipality }: Scope): string {
  const words = coverageText.value;
  const until = report.value?.until;
  if (!until) return '';
  const code = report.value?.municipality ?? municipality;
  const where = code === '' ? words.allMunicipalities : municipalityName(code);
  const asOf = words.asOf(timeSaid(until));
  const version = words.rows.version(report.value?.definitions ?? '');
  const made = words.made(timeSaid(Date.now()));
  return [words.title, settings.value?.area.name, where, asOf, version, made].join(' · ');
}

const timeSaid = (at: string | number) => `${dateOf(at)} ${clock(at)}`;

function Body({ scope }: { scope: Scope }) {
  if (failure.value !== null) {
    return <Failed error={failure.value} again={() => void loadReport(scope)} />;
  }
  const shown = report.value;
  if (shown === null) return <Loading />;
  if (role.value === 'municipality') return <Sums shown={shown} scope={scope} />;
  if (shown.hotSpots.length === 0) return <NoHotSpots />;
  return (
    <>
      <Rates figures={shown.totals} isOver={isOver(shown)} />
      <div class="coverage-columns">
        <div class="coverage-main">
          <HotSpotTable
            hotSpots={shown.hotSpots}
            totals={shown.totals}
            byWeek={!isLong(scope.period)}
            isOver={isOver(shown)}
            gapKind={gapKindOf(scope.period)}
          />
          <AllMeasures figures={shown.totals} scope={scope} />
          <DayHourGrid grid={shown.grid} />
        </div>
        <div class="coverage-side">
          <CoverageMap />
          <AllSources figures={shown.totals} />
        </div>
      </div>
      <LaterPictures shown={shown} scope={scope} />
    </>
  );
}

const isOver = ({ days }: Report) => days.passed >= days.all;

/** What the municipality sees: sums alone. */
function Sums({ shown, scope }: { shown: Report; scope: Scope }) {
  return (
    <>
      <Rates figures={shown.totals} isOver={isOver(shown)} />
      <AllMeasures figures={shown.totals} scope={scope} />
      <AllSources figures={shown.totals} />
      <p class="muted">{coverageText.value.grid.hidden}</p>
    </>
  );
}

function AllMeasures({ figures, scope }: { figures: Report['totals']; scope: Scope }) {
  const { heading } = coverageText.value.measures;
  return (
    <section class="box all-measures" aria-labelledby="measures-heading">
      <div class="box-head">
        <h2 id="measures-heading">{heading}</h2>
      </div>
      <Measures figures={figures} place="" of={{}} gapKind={gapKindOf(scope.period)} />
    </section>
  );
}

function AllSources({ figures }: { figures: Report['totals'] }) {
  return (
    <section class="box all-sources" aria-labelledby="sources-heading">
      <div class="box-head">
        <h2 id="sources-heading">{coverageText.value.sources.heading}</h2>
      </div>
      <Sources figures={figures} place="" of={{}} />
    </section>
  );
}

function NoHotSpots() {
  const words = coverageText.value.empty;
  return (
    <Empty title={words.title}>
      <p class="muted">{words.text}</p>
      {may('createHotSpot') && (
        <a class="button primary" href="/hot-spots">
          {words.link}
        </a>
      )}
    </Empty>
  );
}
