/** Days of the week to press, Monday first; one is always left. */
interface WeekdayChoiceProps {
  readonly label: string;
  /** Seven, from Monday. */
  readonly names: readonly string[];
  /** ISO weekdays. */
  readonly weekdays: readonly number[];
  readonly onChange: (weekdays: number[]) => void;
}

export function WeekdayChoice({ label, names, weekdays, onChange }: WeekdayChoiceProps) {
  const toggle = (day: number) => {
    const others = weekdays.filter((one) => one !== day);
    const next =
      others.length < weekdays.length ? others : [...weekdays, day].sort((a, b) => a - b);
    if (next.length > 0) onChange(next);
  };
  return (
    <div class="row" role="group" aria-label={label}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          class="button small"
          aria-pressed={weekdays.includes(index + 1)}
          onClick={() => toggle(index + 1)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
