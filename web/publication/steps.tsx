/** How far the page has come, and the one thing that the reader can do next. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SigningRole } from '#core/publication/signing.ts';
import { call } from '../api.ts';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import { tertialText } from '../text/tertial.ts';
import { change, hasUnsaved, isBusy, load, seen, type TertialPage } from './state.ts';

interface PageProps {
  readonly page: TertialPage;
}

export function Steps({ page }: PageProps) {
  const words = tertialText.value.steps;
  const signedBy = (role: SigningRole) => page.signatures.find((one) => one.role === role)?.at;
  const signature = (role: SigningRole) => {
    const at = signedBy(role);
    return (
      <Step isDone={at !== undefined} name={words[role]}>
        {at && words.signedOn(dateOf(at))}
      </Step>
    );
  };
  return (
    <section class="tertial-steps" aria-label={words.heading}>
      <ol>
        <Step isDone={page.isTexted} name={words.text} />
        {signature('municipal-police')}
        {signature('chief')}
        <Step isDone={page.publishedAt !== null} name={words.publish}>
          {page.publishedAt === null ? words.from(page.publishableFrom) : dateOf(page.publishedAt)}
        </Step>
      </ol>
      {page.publishedAt === null ? <NextStep page={page} /> : <PublishedLink page={page} />}
    </section>
  );
}

interface StepProps {
  readonly isDone: boolean;
  readonly name: string;
  readonly children?: ComponentChildren;
}

/** A mark of its own beside the word: not by colour alone. */
function Step({ isDone, name, children }: StepProps) {
  const words = tertialText.value.steps;
  return (
    <li class={isDone ? 'is-done' : ''}>
      <span class="step-mark" aria-hidden="true">
        {isDone ? '✓' : ''}
      </span>
      <span>
        {name}
        <span class="visually-hidden">{`, ${isDone ? words.done : words.waits}`}</span>
      </span>
      <span class="muted">{children}</span>
    </li>
  );
}

function NextStep({ page }: PageProps) {
  const words = tertialText.value;
  const asks = useSignal(false);
  const { sign, publish } = page.obstacles;
  const maySign = may('signTertialPage') && sign === null;
  const mayPublish = may('publishTertialPage') && publish === null;
  const why = sign !== null && publish === 'not-signed' ? sign : publish;
  if (asks.value && mayPublish) {
    return <Ask page={page} onCancel={() => (asks.value = false)} />;
  }
  return (
    <>
      <div class="row">
        {maySign && (
          <button
            type="button"
            class="button primary"
            disabled={isBusy.value || hasUnsaved.value}
            onClick={() => void change(() => call('signTertialPage', seen(page)))}
          >
            {words.sign}
          </button>
        )}
        {mayPublish && (
          <button
            type="button"
            class="button primary"
            disabled={hasUnsaved.value}
            onClick={() => (asks.value = true)}
          >
            {words.publish}
          </button>
        )}
        {may('recountTertialPage') && (
          <button
            type="button"
            class="button"
            disabled={isBusy.value}
            onClick={() => void change(() => call('recountTertialPage', seen(page)))}
          >
            {words.recount}
          </button>
        )}
        {may('discardTertialPage') && <Discard page={page} />}
      </div>
      {hasUnsaved.value && (maySign || mayPublish) && <p class="muted">{words.saveTextsFirst}</p>}
      {why !== null && !maySign && <p class="muted">{words.obstacles[why]}</p>}
      {page.signatures.length > 0 && may('writeTertialTexts') && <p class="muted">{words.voids}</p>}
    </>
  );
}

/** Asked once, where it stands: it cannot be undone. */
function Ask({ page, onCancel }: PageProps & { readonly onCancel: () => void }) {
  const words = tertialText.value.ask;
  const heading = useRef<HTMLHeadingElement>(null);
  // Not the button: a second press of Enter would publish.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="notice tertial-ask" role="alert">
      <h2 ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p>{words.text}</p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={isBusy.value}
          onClick={() => void change(() => call('publishTertialPage', seen(page)))}
        >
          {words.yes}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {shellText.value.cancel}
        </button>
      </div>
    </div>
  );
}

/** A draft that is thrown away is gone with its texts: the second press says so. */
function Discard({ page }: PageProps) {
  const words = tertialText.value;
  const isSure = useSignal(false);
  const { route } = useLocation();
  const discard = async () => {
    const isGone = await change(async () => {
      await call('discardTertialPage', seen(page));
      return null;
    });
    if (!isGone) return;
    route('/loften/tertial', true);
    await load(null);
  };
  return (
    <button
      type="button"
      class={`button ${isSure.value ? 'danger' : 'quiet'}`}
      disabled={isBusy.value}
      onClick={() => {
        if (isSure.value) void discard();
        else isSure.value = true;
      }}
      onBlur={() => (isSure.value = false)}
    >
      {isSure.value ? words.discardSure : words.discard}
    </button>
  );
}

function PublishedLink({ page }: PageProps) {
  if (page.address === null) return null;
  return (
    <a class="button" href={page.address} target="_blank" rel="noopener">
      {tertialText.value.openPage}
    </a>
  );
}
