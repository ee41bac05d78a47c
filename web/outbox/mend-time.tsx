/** Corrects the times that the server refused. */
import { useSignal } from '@preact/signals';
import { DAY_MS, minutesOfDay, minutesSinceMidnight } from '#core/calendar/local-time.ts';
import { calendarRules } from '../state/settings.ts';
import { clock } from '../text/format.ts';
import { outboxText } from '../text/outbox.ts';
import type { WireOutboxItem } from './item.ts';
import { again, type Case, type Resolution } from './resolve.ts';

interface MendTimeProps {
  readonly asked: Case;
  readonly onMended: (resolution: Resolution) => void;
}

const FIELDS = ['startedAt', 'endedAt'] as const;
type Field = (typeof FIELDS)[number];
type Times = Partial<Readonly<Record<Field, string>>>;

function timesOf(item: WireOutboxItem): Times {
  if (item.kind !== 'create-visit' && item.kind !== 'change-visit') return {};
  const said = Object.entries(item.body).filter(
    ([field, value]) => FIELDS.some((one) => one === field) && typeof value === 'string',
  );
  return Object.fromEntries(said);
}

/** The instant nearest to another at which the clock on the wall says so. */
function nearest(time: string, to: number): string {
  const off = (minutesOfDay(time) - minutesSinceMidnight(calendarRules(), to)) * 60_000;
  const days = Math.round(off / DAY_MS);
  return new Date(to + off - days * DAY_MS).toISOString();
}

export function MendTime({ asked, onMended }: MendTimeProps) {
  const { item } = asked.refused;
  const words = outboxText.value;
  const times = useSignal(timesOf(item));
  const labels = { startedAt: words.start, endedAt: words.end };
  const pressedAt = Date.parse(item.madeAt) + (item.skewMs ?? 0);
  const mended = (one: WireOutboxItem): WireOutboxItem =>
    one === item && 'body' in one
      ? ({ ...one, body: { ...one.body, ...times.value } } as WireOutboxItem)
      : one;
  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault();
        onMended(again(asked, mended));
      }}
    >
      {FIELDS.filter((field) => times.value[field] !== undefined).map((field) => (
        <label class="field" key={field}>
          <span>{labels[field]}</span>
          <input
            type="time"
            required
            value={clock(times.value[field] ?? item.madeAt)}
            onChange={(event) => {
              const time = event.currentTarget.value;
              if (time) times.value = { ...times.value, [field]: nearest(time, pressedAt) };
            }}
          />
        </label>
      ))}
      <button type="submit" class="big-button accent">
        {words.save}
      </button>
    </form>
  );
}
