/** Words that planning, logging and coverage share. */
export const workSv = {
  states: {
    planned: 'planerad',
    ready: 'redo',
    ongoing: 'pågår',
    overdue: 'försenad',
    done: 'klar',
    short: 'kort',
    missed: 'utebliven',
  },
  losses: {
    'call-out': 'Utryckning',
    staffing: 'Bemanning',
    weather: 'Väder',
    reprioritised: 'Omprioriterad',
    other: 'Annat',
  },
};

export type WorkWords = typeof workSv;
