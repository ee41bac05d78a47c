/** For a minute after a plan was taken: that it holds, and the way back. Said too where it had to be made anew. */
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { takenReplan, undoReplan } from './away.ts';

export function ReplanNotice() {
  const act = useAct();
  const taken = takenReplan.value;
  if (!taken) return null;
  const words = myShiftText.value;
  return (
    <div class="replan-notice">
      <p role="status">{taken.isRemade ? words.remade : words.planTaken}</p>
      <button
        type="button"
        class="big-button"
        disabled={act.busy}
        onClick={() => act.run(() => undoReplan(taken))}
      >
        {words.undoPlan}
      </button>
    </div>
  );
}
