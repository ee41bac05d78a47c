/** What there is to one point: answers, photos, and what the police make of it. */
import { useSignal } from '@preact/signals';
import { may } from '../state/session.ts';
import { walksText } from '../text/walks.ts';
import { Answers } from './answers.tsx';
import { Photos } from './photos.tsx';
import { type Point, pointForm } from './state.ts';
import { WindowForm } from './window-form.tsx';

/** Closed it still shows the answer that holds, on the screen and on paper. */
export function PointDetails({ point, isOpen }: { point: Point; isOpen: boolean }) {
  const words = walksText.value;
  const isMaking = useSignal(false);
  return (
    <div class="point-details">
      <Answers point={point} isOpen={isOpen} />
      <Photos point={point} isOpen={isOpen} />
      {isOpen && (
        <div class="row no-print">
          <button
            type="button"
            class="button"
            onClick={() => {
              pointForm.value = point.id;
            }}
          >
            {words.points.edit}
          </button>
          {may('makeWalkPointWindow') && !isMaking.value && (
            <button
              type="button"
              class="button"
              onClick={() => {
                isMaking.value = true;
              }}
            >
              {words.window.title}
            </button>
          )}
        </div>
      )}
      {isOpen && isMaking.value && (
        <WindowForm
          point={point}
          onDone={() => {
            isMaking.value = false;
          }}
        />
      )}
    </div>
  );
}
