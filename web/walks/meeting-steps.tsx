/** The three meetings of a walk, in order: which have been, which are to come, which have no time. */
import { clock, dateOf, shortDate } from '../text/format.ts';
import { walksText } from '../text/walks.ts';
import type { ListedWalk, Walk } from './state.ts';
import { MEETINGS, type MeetingName, meetingState } from './walk-words.ts';

interface MeetingStepsProps {
  readonly walk: Walk | ListedWalk;
  readonly today: string;
  /** Time and place too. */
  readonly detailed?: boolean;
}

interface NamedMeeting {
  readonly name: MeetingName;
}

/** A shape for each state, so that it is not told by colour alone. */
const SIGNS = { past: '●', today: '◉', coming: '○', none: '–' } as const;

export function MeetingSteps({ walk, today, detailed = false }: MeetingStepsProps) {
  return (
    <ol class={detailed ? 'meeting-steps detailed' : 'meeting-steps'}>
      {MEETINGS.map((name) => (
        <Step key={name} walk={walk} name={name} today={today} detailed={detailed} />
      ))}
    </ol>
  );
}

function Step({ walk, name, today, detailed }: Required<MeetingStepsProps> & NamedMeeting) {
  const words = walksText.value;
  const state = meetingState(walk, name, today);
  const meeting = walk[name];
  return (
    <li class={`meeting ${state}`}>
      <span class="sign" aria-hidden="true">
        {SIGNS[state]}
      </span>
      <span>
        <b>{words.meetings[name]}</b>{' '}
        {meeting ? whenText(meeting.startsAt, detailed) : words.noMeeting}
        {state !== 'none' && (
          <span class={detailed ? 'muted' : 'visually-hidden'}> {words.meetingStates[state]}</span>
        )}
        {detailed && meeting && meeting.place !== '' && (
          <span class="muted meeting-place">{meeting.place}</span>
        )}
      </span>
    </li>
  );
}

function whenText(at: string, detailed: boolean): string {
  const date = dateOf(at);
  return detailed ? `${date} ${clock(at)}` : shortDate(date);
}
