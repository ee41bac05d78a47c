/** What the owner has answered: the newest holds, the earlier stay in sight. */
import { v7 as uuid } from 'uuid';
import { LIMITS } from '#contract/paths.ts';
import { call } from '../api.ts';
import { walksText } from '../text/walks.ts';
import { useDraft } from './draft.ts';
import { type Point, reload, report } from './state.ts';
import { Trouble } from './trouble.tsx';
import { sendNew, useSending } from './use-sending.ts';

interface AnswersProps {
  readonly point: Point;
  readonly isOpen: boolean;
}

export function Answers({ point, isOpen }: AnswersProps) {
  const words = walksText.value.answers;
  const answers = point.answers.toReversed();
  const shown = isOpen ? answers : answers.slice(0, 1);
  return (
    <div class="answers">
      {isOpen && <h3>{words.title}</h3>}
      {isOpen && answers.length === 0 && <p class="muted">{words.none}</p>}
      <ul>
        {shown.map(({ id, answeredOn, text }, index) => (
          <li key={id} class={index === 0 ? '' : 'muted'}>
            <b>{answeredOn}</b>{' '}
            {answers.length > 1 && isOpen && (
              <span class="muted">({index === 0 ? words.current : words.earlier}) </span>
            )}
            {text}
          </li>
        ))}
      </ul>
      {isOpen && <AnswerForm key={answers.length} point={point} />}
    </div>
  );
}

interface AnswerDraft {
  readonly id: string;
  readonly answeredOn: string;
  readonly text: string;
}

function AnswerForm({ point }: { point: Point }) {
  const words = walksText.value.answers;
  const today = report.value?.today ?? '';
  const blank = (): AnswerDraft => ({ id: uuid(), answeredOn: today, text: '' });
  const draft = useDraft(`answer ${point.id}`, blank);
  const { problem, isSending, send } = useSending();
  const { answeredOn, text } = draft.value.value;
  const save = (noteConfirmed = false) =>
    send(async () => {
      const body = { ...draft.value.value, noteConfirmed };
      const answer = (id: string) =>
        call('answerWalkPoint', { params: { id: point.id }, body: { ...body, id } });
      // An answer is never changed: other words than those that got through are one more.
      await sendNew(
        () => answer(body.id),
        () => {
          draft.change({ id: uuid() });
          return answer(draft.value.value.id);
        },
      );
      draft.forget();
      await reload();
    });
  return (
    <form
      class="answer-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="field">
        <span>{words.text}</span>
        <textarea
          required
          rows={2}
          maxLength={LIMITS.answer}
          value={text}
          onInput={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </label>
      <div class="row end">
        <label class="field">
          <span>{words.on}</span>
          <input
            type="date"
            required
            max={today}
            value={answeredOn}
            onInput={(event) => draft.change({ answeredOn: event.currentTarget.value })}
          />
        </label>
        <button type="submit" class="button" disabled={isSending}>
          {words.add}
        </button>
      </div>
      <Trouble problem={problem} onConfirm={() => void save(true)} />
    </form>
  );
}
