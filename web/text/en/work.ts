/** Words that planning, logging and coverage share. */
import type { WorkWords } from '../sv/work.ts';

export const workEn: WorkWords = {
  states: {
    planned: 'planned',
    ready: 'ready',
    ongoing: 'ongoing',
    overdue: 'overdue',
    done: 'done',
    short: 'short',
    missed: 'missed',
  },
  losses: {
    'call-out': 'Call-out',
    staffing: 'Staffing',
    weather: 'Weather',
    reprioritised: 'Reprioritised',
    other: 'Other',
  },
};
