/** The three lists of a handover, each told in a line where it is empty. */
import type { ComponentChildren } from 'preact';
import type { VisitOutcome } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { handoverText } from '../text/handover.ts';
import { myShiftText } from '../text/my-shift.ts';
import type { HandoverReply } from './handover-screen.tsx';

interface PartProps {
  readonly title: string;
  readonly empty: string;
  readonly lines: readonly ComponentChildren[];
}

function Part({ title, empty, lines }: PartProps) {
  return (
    <section class="handover-part">
      <h2>{title}</h2>
      {lines.length === 0 ? <p class="muted">{empty}</p> : <ul>{lines}</ul>}
    </section>
  );
}

/** What can still be given stands first. */
export function Inherited({ inherited }: Pick<HandoverReply, 'inherited'>) {
  const words = handoverText.value;
  const ranked = [...inherited].sort(
    (a, b) => Number(b.canBeGiven) - Number(a.canBeGiven) || b.missing - a.missing,
  );
  const lines = ranked.map(({ code, name, opens, closes, missing, canBeGiven }) => (
    <li key={`${code} ${opens}`}>
      <b>{code}</b> {name}: <b>{words.missing(missing)}</b>,{' '}
      {canBeGiven ? words.openTo(clock(closes)) : words.closed(clock(closes))}
    </li>
  ));
  return <Part title={words.inherited} empty={words.nothingInherited} lines={lines} />;
}

export function Missed({ missed }: Pick<HandoverReply, 'missed'>) {
  const words = handoverText.value;
  const lines = missed.map(({ slotId, code, startsAt, callSign, loss }) => (
    <li key={slotId}>
      <b>{code}</b> {clock(startsAt)} {callSign}:{' '}
      {loss ? myShiftText.value.losses[loss] : words.noReason}
    </li>
  ));
  return <Part title={words.missed} empty={words.nothingMissed} lines={lines} />;
}

export function Seen({ visits }: Pick<HandoverReply, 'visits'>) {
  const words = handoverText.value;
  const lines = visits
    .filter(({ note, outcome }) => note !== '' || countsOf(outcome).length > 0)
    .map(({ id, code, startedAt, note, outcome }) => (
      <li key={id}>
        <b>{code}</b> {clock(startedAt)}{' '}
        {[...countsOf(outcome), ...(note ? [note] : [])].join(', ')}
      </li>
    ));
  return <Part title={words.seen} empty={words.nothingSeen} lines={lines} />;
}

function countsOf(outcome: VisitOutcome): string[] {
  const { counted } = handoverText.value;
  return (Object.keys(counted) as (keyof VisitOutcome)[])
    .filter((counter) => outcome[counter] > 0)
    .map((counter) => counted[counter](outcome[counter]));
}
