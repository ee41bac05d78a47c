import type { WeekUnmetCode } from '#core/planner/week/week-unmet.ts';

/** Words of the week that is planned as one. */
export const weekSv = {
  title: 'Vecka',
  views: { label: 'Planeringens vyer', shift: 'Pass', week: 'Vecka', focus: 'Inriktning' },
  previous: 'Föregående vecka',
  next: 'Nästa vecka',
  thisWeek: 'Denna vecka',
  summary: {
    doses: (covered: number, wanted: number) => `${covered} av ${wanted} doser`,
    made: 'gjorda eller planerade',
    planned: 'planerade',
    without: (count: number) =>
      `${count} ${count === 1 ? 'hot spot' : 'hot spots'} mer än tre dygn utan`,
    noneWithout: 'ingen hot spot mer än tre dygn utan',
    gaps: (count: number) => `${count} med för lång lucka`,
    load: (lowest: number, highest: number) =>
      lowest === highest ? `belastning ${lowest}\u00a0%` : `belastning ${lowest}–${highest}\u00a0%`,
  },
  table: {
    caption: (week: string) => `Doser per hot spot och dygn, ${week}`,
    hotSpot: 'Hot spot',
    priority: (priority: number) => `prioritet ${priority}`,
    gap: 'Längsta lucka',
    gapHelp:
      'Mellan doser, från den senaste före veckan; bruten räknas den bara medan ett fönster är öppet',
    gapWanted: (hours: number) => `mål ${hours} h`,
    gapTooLong: 'för lång',
    noGap: 'ingen dos',
    streak: 'Dygn i rad',
    streakHelp: 'Längsta följd av dygn med dos i veckan; tre i rad är bäst',
    closed: 'inget fönster',
    noShift: 'inget pass',
    today: 'i dag',
    /** A cell as it is read out: what comes before is the row's and the column's name. */
    cell: (made: number, planned: number, wanted: number) =>
      [
        ...(made > 0 ? [`${made} gjorda`] : []),
        ...(planned > 0 ? [`${planned} planerade`] : []),
        `mål ${wanted}`,
      ].join(', '),
    without: (days: number) => `${days} dygn utan`,
    gapBroken: 'lång lucka',
  },
  legend: {
    label: 'Teckenförklaring',
    made: 'gjord',
    planned: 'planerad',
    wanted: 'saknas',
    beyond: 'utöver målet',
    broken: 'mer än tre dygn utan, eller målet för luckan brutet medan ett fönster är öppet',
    closed: 'inget fönster öppet',
  },
  shift: {
    none: 'ingen plan',
    noPatrols: 'inga patruller',
    open: (day: string) => `Öppna passet ${day}`,
    load: 'belastning',
    ofMost: (percent: number) => `av högst ${percent}\u00a0%`,
    changed: (count: number) => `${count} ${count === 1 ? 'ändring' : 'ändringar'}`,
  },
  unmet: {
    title: (count: number) => (count === 1 ? '1 dos saknas' : `${count} doser saknas`),
    none: 'Alla doser är gjorda eller planerade.',
    /** When, of reasons that are said of the whole week. */
    ofWeek: { 'window-passed': 'Hittills', 'shift-not-planned': 'Utan plan' } as Partial<
      Record<string, string>
    >,
    reasons: {
      'window-passed': 'Fönstret har stängt utan dos',
      'no-shift': 'Inget pass är i tjänst i fönstret',
      'shift-not-planned': 'Passen i fönstren är inte planerade',
      'not-in-plan': 'Behovet kom efter planen: planera om',
    } satisfies Record<WeekUnmetCode, string> as Partial<Record<string, string>>,
  },
  plan: 'Planera veckan',
  planAgain: 'Planera om',
  planning: (day: string) => `Planerar ${day} …`,
  filling: (day: string) => `Fyller på ${day} …`,
  /** The second time, for what the first has broken. */
  adjusting: (day: string) => `Jämkar ${day} …`,
  preparing: 'Förbereder …',
  stop: 'Avbryt',
  takeBest: 'Ta det som finns',
  publish: (count: number): string =>
    count === 1 ? 'Publicera utkastet' : `Publicera alla utkast`,
  publishAsk: (count: number) =>
    count === 1
      ? 'Publicera passets plan till patrullerna? Det går inte att ta tillbaka, bara ersätta.'
      : `Publicera ${count} pass till patrullerna? Det går inte att ta tillbaka, bara ersätta.`,
  publishYes: (count: number) => (count === 1 ? 'Publicera' : `Publicera ${count} pass`),
  print: 'Skriv ut',
  planned: (visits: number, shifts: number) =>
    `${visits} besök planerade i ${shifts} pass, sparade som utkast.`,
  replanned: (changes: number, shifts: number) =>
    changes === 0
      ? 'Veckan är planerad igen. Inget besök ändrades.'
      : `${changes} ${changes === 1 ? 'besök ändrades' : 'besök ändrades'} i ${shifts} pass.`,
  stopped: 'Avbrutet. Inget har ändrats.',
  published: (count: number) =>
    count === 1 ? '1 plan är publicerad.' : `${count} planer är publicerade.`,
  restored: 'Ångrat: de förra utkasten ligger kvar.',
  meanwhile: (shift: string) =>
    `Någon annan har ändrat passet ${shift}. Veckan visas nu som den är; inget har sparats.`,
  meanwhileSome:
    'Någon annan har ändrat ett av passen. Veckan visas nu som den är; inget har sparats.',
  noPlanFound: (shifts: string) => `Ingen plan hittades för ${shifts}.`,
  pinnedConflict: (shifts: string) =>
    `Inte planerat: ${shifts}. Fastnålade besök krockar; öppna passet och flytta dem.`,
  steps: {
    published: 'Alla pass är publicerade.',
    unstaffed: 'Inget mer kan planeras: det finns pass utan patruller.',
    over: 'Veckans pass har börjat eller gått.',
  },
  noShifts: {
    title: 'Inga pass den här veckan',
    text: 'Lägg upp veckans pass med patruller, så planeras de tillsammans.',
    link: 'Lägg upp pass',
  },
  noHotSpots: {
    title: 'Inga hot spots',
    text: 'Rita de platser där fotpatrull behövs och ge dem tidsfönster, så visas veckans behov här.',
    link: 'Till Hot spots',
  },
};

export type WeekWords = typeof weekSv;
