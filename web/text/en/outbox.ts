import type { OutboxWords } from '../sv/outbox.ts';

export const outboxEn: OutboxWords = {
  online: 'Online',
  offline: 'No contact',
  saved: 'All sent',
  sending: 'Sending …',
  waiting: (count) => `${count} waiting`,
  refused: (count) => `${count} to look at`,
  open: 'Show what is waiting',
  waits: 'waiting',
  title: 'Waiting',
  explain: 'Saved on the phone. Sent by itself when there is network.',
  nothing: 'Nothing is waiting. Everything has arrived.',
  close: 'Back',
  tryNow: 'Try now',
  held: 'waits for what is to be looked at',
  pressed: (time) => `pressed ${time}`,
  kinds: {
    'create-visit': 'Visit begun',
    'late-visit': 'Visit after the fact',
    end: 'Visit ended',
    reopen: 'End undone',
    tally: 'Counters and note',
    correct: 'Visit corrected',
    void: 'Visit voided',
    'record-loss': 'Stop that will not be made',
    'withdraw-loss': 'Loss undone',
    'join-patrol': 'Choice of patrol',
    drop: 'Refused entry let go of',
  },
  trouble: {
    refused:
      'The phone does not let the page save. What you log is sent at once, and otherwise lives only as long as the page is open: do not close it.',
    full: 'The phone is full. What you log is sent at once, and otherwise lives only as long as the page is open: free some space.',
    lost: 'The browser has cleared what was saved on the phone. Check that tonight’s visits are in the list, and log again what is missing.',
  },
};
