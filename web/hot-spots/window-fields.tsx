/** The demand of one window, to the minute. */
import { useSignal } from '@preact/signals';
import { hotSpotsText } from '../text/hot-spots.ts';
import { WeekdayChoice } from '../ui/weekday-choice.tsx';
import type { WindowDraft } from './windows-grid.ts';

interface WindowFieldsProps {
  readonly window: WindowDraft;
  readonly onChange: (window: WindowDraft) => void;
  readonly onRemove: () => void;
}

const NUMBERS = ['doses', 'dwellMin', 'countsFromMin', 'ceilingMin', 'minGapMin', 'crew'] as const;

export function WindowFields({ window, onChange, onRemove }: WindowFieldsProps) {
  const words = hotSpotsText.value.windows;
  const labels = {
    doses: words.doses,
    dwellMin: words.dwell,
    countsFromMin: words.counts,
    ceilingMin: words.ceiling,
    minGapMin: words.gap,
    crew: words.crew,
  };
  return (
    <div class="window-fields">
      <WeekdayChoice
        label={words.title}
        names={words.days}
        weekdays={window.weekdays}
        onChange={(weekdays) => onChange({ ...window, weekdays })}
      />
      <div class="fields">
        <label class="field">
          <span>{words.from}</span>
          <input
            type="time"
            required
            value={window.start}
            onChange={(event) => onChange({ ...window, start: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{words.to}</span>
          <input
            type="time"
            required
            value={window.end}
            onChange={(event) => onChange({ ...window, end: event.currentTarget.value })}
          />
        </label>
        {NUMBERS.map((field) => (
          <label class="field" key={field}>
            <span>{labels[field]}</span>
            <input
              type="number"
              min={field === 'minGapMin' ? 0 : 1}
              value={window[field]}
              onChange={(event) =>
                onChange({ ...window, [field]: Number(event.currentTarget.value) })
              }
            />
          </label>
        ))}
        <label class="field">
          <span>{words.dateFrom}</span>
          <input
            type="date"
            value={window.dateFrom ?? ''}
            onChange={(event) =>
              onChange({ ...window, dateFrom: event.currentTarget.value || null })
            }
          />
        </label>
        <label class="field">
          <span>{words.dateTo}</span>
          <input
            type="date"
            value={window.dateTo ?? ''}
            onChange={(event) => onChange({ ...window, dateTo: event.currentTarget.value || null })}
          />
        </label>
      </div>
      <Exceptions window={window} onChange={onChange} />
      <button type="button" class="button small danger" onClick={onRemove}>
        {words.remove}
      </button>
    </div>
  );
}

function Exceptions({ window, onChange }: Pick<WindowFieldsProps, 'window' | 'onChange'>) {
  const date = useSignal('');
  const words = hotSpotsText.value.windows;
  const add = (open: boolean) => () => {
    if (!date.value) return;
    const others = window.exceptions.filter((one) => one.date !== date.value);
    onChange({ ...window, exceptions: [...others, { date: date.value, open }] });
    date.value = '';
  };
  return (
    <fieldset class="exceptions">
      <legend>{words.exceptions}</legend>
      {window.exceptions.map((one) => (
        <span key={one.date} class="row">
          {one.date}: {one.open ? words.exceptionOn : words.exceptionOff}
          <button
            type="button"
            class="button small quiet"
            aria-label={`${words.remove} ${one.date}`}
            onClick={() =>
              onChange({
                ...window,
                exceptions: window.exceptions.filter(({ date }) => date !== one.date),
              })
            }
          >
            ×
          </button>
        </span>
      ))}
      <div class="row">
        <input
          type="date"
          aria-label={words.addException}
          value={date.value}
          onInput={(event) => {
            date.value = event.currentTarget.value;
          }}
        />
        <button type="button" class="button small" onClick={add(true)}>
          {words.exceptionOn}
        </button>
        <button type="button" class="button small" onClick={add(false)}>
          {words.exceptionOff}
        </button>
      </div>
    </fieldset>
  );
}
