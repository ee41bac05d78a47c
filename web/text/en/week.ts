import type { WeekWords } from '../sv/week.ts';

export const weekEn: WeekWords = {
  title: 'Week',
  views: { label: 'Views of planning', shift: 'Shift', week: 'Week', focus: 'Focus' },
  previous: 'The week before',
  next: 'The week after',
  thisWeek: 'This week',
  summary: {
    doses: (covered, wanted) => `${covered} of ${wanted} doses`,
    made: 'made or planned',
    planned: 'planned',
    without: (count) =>
      `${count} ${count === 1 ? 'hot spot' : 'hot spots'} more than three days without`,
    noneWithout: 'no hot spot more than three days without',
    gaps: (count) => `${count} with too long a gap`,
    load: (lowest, highest) =>
      lowest === highest ? `load ${lowest}\u00a0%` : `load ${lowest}–${highest}\u00a0%`,
  },
  table: {
    caption: (week) => `Doses by hot spot and day, ${week}`,
    hotSpot: 'Hot spot',
    priority: (priority) => `priority ${priority}`,
    gap: 'Longest gap',
    gapHelp:
      'Between doses, from the last one before the week; it counts as broken only while a window is open',
    gapWanted: (hours) => `target ${hours} h`,
    gapTooLong: 'too long',
    noGap: 'no dose',
    streak: 'Days running',
    streakHelp: 'The most days running with a dose in the week; three are best',
    closed: 'no window',
    noShift: 'no shift',
    today: 'today',
    cell: (made, planned, wanted) =>
      [
        ...(made > 0 ? [`${made} made`] : []),
        ...(planned > 0 ? [`${planned} planned`] : []),
        `target ${wanted}`,
      ].join(', '),
    without: (days) => `${days} days without`,
    gapBroken: 'long gap',
  },
  legend: {
    label: 'Legend',
    made: 'made',
    planned: 'planned',
    wanted: 'missing',
    beyond: 'beyond the target',
    broken: 'more than three days without, or the gap target broken while a window is open',
    closed: 'no window open',
  },
  shift: {
    none: 'no plan',
    noPatrols: 'no patrols',
    open: (day) => `Open the shift ${day}`,
    load: 'load',
    ofMost: (percent) => `of at most ${percent}\u00a0%`,
    changed: (count) => `${count} ${count === 1 ? 'change' : 'changes'}`,
  },
  unmet: {
    title: (count) => (count === 1 ? '1 dose missing' : `${count} doses missing`),
    none: 'All doses are made or planned.',
    ofWeek: { 'window-passed': 'So far', 'shift-not-planned': 'No plan yet' },
    reasons: {
      'window-passed': 'The window has closed without a dose',
      'no-shift': 'No shift is on duty in the window',
      'shift-not-planned': 'The shifts in the windows are not planned',
      'not-in-plan': 'The demand came after the plan: plan again',
    },
  },
  plan: 'Plan the week',
  planAgain: 'Plan again',
  planning: (day) => `Planning ${day} …`,
  filling: (day) => `Filling up ${day} …`,
  adjusting: (day) => `Adjusting ${day} …`,
  preparing: 'Preparing …',
  stop: 'Cancel',
  takeBest: 'Take what there is',
  publish: (count) => (count === 1 ? 'Publish the draft' : 'Publish all drafts'),
  publishAsk: (count) =>
    count === 1
      ? 'Publish the shift’s plan to the patrols? It cannot be taken back, only replaced.'
      : `Publish ${count} shifts to the patrols? It cannot be taken back, only replaced.`,
  publishYes: (count) => (count === 1 ? 'Publish' : `Publish ${count} shifts`),
  print: 'Print',
  planned: (visits, shifts) => `${visits} visits planned in ${shifts} shifts, saved as drafts.`,
  replanned: (changes, shifts) =>
    changes === 0
      ? 'The week is planned again. No visit changed.'
      : `${changes} ${changes === 1 ? 'visit' : 'visits'} changed in ${shifts} shifts.`,
  stopped: 'Cancelled. Nothing has changed.',
  published: (count) => (count === 1 ? '1 plan is published.' : `${count} plans are published.`),
  restored: 'Undone: the earlier drafts stand.',
  meanwhile: (shift) =>
    `Somebody else has changed the shift ${shift}. The week is shown as it is now; nothing was saved.`,
  meanwhileSome:
    'Somebody else has changed one of the shifts. The week is shown as it is now; nothing was saved.',
  noPlanFound: (shifts) => `No plan was found for ${shifts}.`,
  pinnedConflict: (shifts) =>
    `Not planned: ${shifts}. Pinned visits contradict each other; open the shift and move them.`,
  steps: {
    published: 'All shifts are published.',
    unstaffed: 'No more can be planned: there are shifts without patrols.',
    over: 'The week’s shifts have begun or are over.',
  },
  noShifts: {
    title: 'No shifts this week',
    text: 'Make the week’s shifts with their patrols, and they are planned together.',
    link: 'Make a shift',
  },
  noHotSpots: {
    title: 'No hot spots',
    text: 'Draw the places that need foot patrol and give them time windows, and the week’s demand is shown here.',
    link: 'To Hot spots',
  },
};
