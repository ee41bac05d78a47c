import type { HandoverWords } from '../sv/handover.ts';

export const handoverEn: HandoverWords = {
  title: 'Handover',
  crew: (count) => (count === 1 ? '1 patrol' : `${count} patrols`),
  done: (made, planned) => `${made} of ${planned} planned visits were made`,
  doneMore: (count) => `${count} visits in all`,
  missed: 'Missed',
  nothingMissed: 'No planned visit was missed.',
  noReason: 'no reason given',
  inherited: 'To take over',
  nothingInherited: 'All time windows have had their doses.',
  missing: (count) => (count === 1 ? '1 dose missing' : `${count} doses missing`),
  openTo: (time) => `open until ${time}`,
  closed: (time) => `closed ${time}`,
  seen: 'Observed',
  counted: {
    contacts: (count) => (count === 1 ? '1 contact' : `${count} contacts`),
    actions: (count) => (count === 1 ? '1 action' : `${count} actions`),
    observations: (count) => (count === 1 ? '1 observation' : `${count} observations`),
    interventions: (count) => (count === 1 ? '1 intervention' : `${count} interventions`),
  },
  nothingSeen: 'No notes or events.',
  uncertain: (count) =>
    count === 1 ? '1 visit has an estimated end' : `${count} visits have an estimated end`,
  print: 'Print',
  back: 'Back',
  noShift: 'There is no shift to hand over.',
};
