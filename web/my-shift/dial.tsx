/** The clock of a visit in a ring: marks at ten and fifteen minutes, full at the ceiling. */
import { myShiftText } from '../text/my-shift.ts';
import { type DwellMarks, dwellPhase, ringShare, stopwatch } from './ring.ts';

interface DialProps {
  readonly elapsedMs: number;
  readonly marks: DwellMarks;
  readonly countsAt: string;
}

const SIZE = 250;
const RADIUS = 106;
const LENGTH = 2 * Math.PI * RADIUS;

export function Dial({ elapsedMs, marks, countsAt }: DialProps) {
  const words = myShiftText.value;
  const phase = dwellPhase(elapsedMs, marks);
  const said = {
    counting: words.notYet(countsAt),
    dose: words.counts,
    enough: words.counts,
    above: words.aboveCeiling,
  };
  const filled = LENGTH * ringShare(elapsedMs, marks);
  return (
    <div class={`dial ${phase}`}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle class="dial-track" cx="125" cy="125" r={RADIUS} />
        <circle
          class="dial-fill"
          cx="125"
          cy="125"
          r={RADIUS}
          stroke-dasharray={`${filled} ${LENGTH}`}
          transform="rotate(-90 125 125)"
        />
        {[marks.countsFromMin, marks.dwellMin].map((minutes) => (
          <path
            key={minutes}
            class="dial-mark"
            d="M125 8v22"
            transform={`rotate(${(360 * minutes) / marks.ceilingMin} 125 125)`}
          />
        ))}
      </svg>
      <p class="dial-time" role="timer">
        {stopwatch(elapsedMs)}
      </p>
      <p class="dial-phase" aria-live="polite">
        {said[phase]}
      </p>
    </div>
  );
}
