import type { GpsWords } from '../sv/gps.ts';

export const gpsEn: GpsWords = {
  chip: {
    off: 'GPS off – time is logged all the same',
    on: 'GPS on',
    fixed: (metres) => `GPS ${metres} m`,
    searching: 'GPS searching',
    denied: 'GPS denied by the browser',
    lowBattery: 'GPS resting: low battery',
  },
  card: 'A question from GPS',
  entered: (code) => `You are at ${code}. Start?`,
  left: (code) => `Have you left ${code}?`,
  begin: 'Start',
  notNow: 'Not now',
  end: (time) => `End ${time}`,
  stillThere: 'Still here',
  menu: 'My GPS',
};
