/** Kind of period, the one before and after, and two dates for any other. Every choice is an address. */

import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { nextPeriod, previousPeriod } from '#core/calendar/period.ts';
import { coverageText } from '../text/coverage.ts';
import { MunicipalityChoice } from '../ui/municipality-choice.tsx';
import {
  addressOfScope,
  OFFERED,
  type OfferedKind,
  ofKind,
  periodName,
  periodOf,
  type Scope,
  today,
} from './period.ts';

export function PeriodPicker({ scope }: { scope: Scope }) {
  const { route } = useLocation();
  const wantsAny = useSignal(scope.period.kind === 'any');
  const words = coverageText.value;
  const kind: OfferedKind = wantsAny.value ? 'any' : (scope.period.kind as OfferedKind);
  const go = (change: Partial<Scope>) => route(addressOfScope({ ...scope, ...change }));
  const choose = (kind: OfferedKind) => {
    wantsAny.value = kind === 'any';
    if (kind !== 'any') go({ period: ofKind(kind, scope.period) });
  };
  return (
    <div class="period-picker no-print">
      <div class="segments" role="group" aria-label={words.period.label}>
        {[...OFFERED, 'any' as const].map((one) => (
          <button key={one} type="button" aria-pressed={one === kind} onClick={() => choose(one)}>
            {words.kinds[one]}
          </button>
        ))}
      </div>
      <Steps scope={scope} go={go} />
      {kind === 'any' && (
        <AnyPeriod key={scope.period.from + scope.period.to} scope={scope} go={go} />
      )}
      <MunicipalityChoice
        value={scope.municipality}
        label={coverageText.value.municipality}
        all={coverageText.value.allMunicipalities}
        onChoose={(municipality) => go({ municipality })}
      />
    </div>
  );
}

interface StepProps {
  readonly scope: Scope;
  readonly go: (change: Partial<Scope>) => void;
}

function Steps({ scope, go }: StepProps) {
  const words = coverageText.value.period;
  const before = previousPeriod(scope.period);
  const after = nextPeriod(scope.period);
  const name = (label: string, period: typeof before) => `${label}: ${periodName(period)}`;
  return (
    <div class="steps">
      <button
        type="button"
        class="button small"
        aria-label={name(words.previous, before)}
        onClick={() => go({ period: before })}
      >
        <span aria-hidden="true">←</span>
      </button>
      <button
        type="button"
        class="button small"
        aria-label={name(words.next, after)}
        disabled={after.from > today()}
        onClick={() => go({ period: after })}
      >
        <span aria-hidden="true">→</span>
      </button>
    </div>
  );
}

function AnyPeriod({ scope, go }: StepProps) {
  const words = coverageText.value.period;
  const from = useSignal(scope.period.from);
  const to = useSignal(scope.period.to);
  const isWrong = from.value > to.value;
  const apply = () => {
    if (from.value && to.value && !isWrong) go({ period: periodOf(from.value, to.value) });
  };
  const field = (label: string, value: typeof from) => (
    <label>
      <span class="visually-hidden">{label}</span>
      <input
        type="date"
        value={value.value}
        aria-invalid={isWrong}
        onChange={(event) => {
          value.value = event.currentTarget.value;
          apply();
        }}
      />
    </label>
  );
  return (
    <div class="any-period">
      {field(words.from, from)}
      <span aria-hidden="true">–</span>
      {field(words.to, to)}
      {isWrong && <span role="alert">{words.wrong}</span>}
    </div>
  );
}
