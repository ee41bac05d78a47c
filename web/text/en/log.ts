import type { LogWords } from '../sv/log.ts';

export const logEn: LogWords = {
  title: 'Log',
  intro:
    'Every write, and every reading of data on officers. The rows are chained: none can be changed or taken out unseen.',
  columns: {
    seq: 'Row',
    at: 'Time',
    actor: 'Who',
    role: 'Role',
    action: 'What',
    entity: 'On',
    detail: 'Details',
  },
  more: 'Older rows',
  system: 'the system',
};
