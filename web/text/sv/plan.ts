import type { UrgencyReasonCode } from '#core/planner/bridge/urgency.ts';
import type { ReasonCode } from '#core/planner/reasons.ts';
import type { ViolationCode } from '#core/planner/violation.ts';
import { compareSv } from './compare.ts';
import { workSv } from './work.ts';

/** Values with instants as clock times and places as codes already. */
export type Said = Readonly<Record<string, string | number>>;
type Words<C extends string> = Readonly<Record<C, (v: Said) => string>>;

/** What a planned visit or an unmet demand can give as its reason. */
export type SaidReasonCode = ReasonCode | UrgencyReasonCode | 'hours-since-planned';

const reasons: Words<SaidReasonCode> = {
  pinned: () => 'Fastnålat för hand',
  focus: (v) => `Veckans inriktning, till ${v.until}`,
  streak: (v) => `Dygn ${v.day} i rad med dos; tre i rad ger mest`,
  'days-without': (v) => `${v.days} dygn utan dos; högst tre bör gå`,
  'hours-since-planned': (v) =>
    `${v.hours} timmar sedan ett annat pass planerade dos, målet är ${v.wanted}`,
  'hours-since-dose': (v) => `${v.hours} timmar sedan senaste dos, målet är ${v.wanted}`,
  'never-dosed': (v) => `Ingen dos registrerad; målet är högst ${v.wanted} timmar mellan`,
  'earlier-in-plan': (v) => `Besök ${v.number} i kväll, ${v.minutes} min efter det förra`,
  window: (v) => `I fönstret ${v.opens}–${v.closes}: dos ${v.number} av ${v.target}`,
  'beyond-target': (v) => `Målet ${v.target} är nått; det fanns tid för fler`,
  shortened: (v) => `${v.minutes} min i stället för ${v.usual}: så ryms ett besök till i passet`,
  priority: (v) => `Prioritet ${v.priority}`,
  worth: (v) => `Utan besöket tappar planen ${v.worth} poäng (${v.share}\u00a0%)`,
  'too-few-officers': (v) => `Kräver ${v.needed} poliser, störst patrull har ${v.most}`,
  'no-patrol': (v) =>
    `Ingen patrull är i tjänst och hinner dit och tillbaka ${v.opens}–${v.closes}`,
  'gap-allows': (v) => `Minsta lucka ${v.gap} min medger bara ${v.most} besök i fönstret`,
  'room-left': (v) => `Ryms hos ${v.patrol}: föreslå igen eller lägg till det för hand`,
  'locked-visit': (v) => `Det fastnålade besöket ${v.hotspot} ${v.start} står i vägen`,
  'load-ceiling': (v) => `${v.patrol} skulle gå över taket ${v.most} min planerad tid`,
  'costs-more': (v) =>
    `Skulle kosta mer än det ger: planen tappar ${v.loss} poäng, främst ${v.hotspot}`,
  'no-plan-found': () => 'Ingen plan hittades där det ryms',
};

const violations: Words<ViolationCode> = {
  'not-whole-minute': () => 'Tiden är ingen hel minut',
  'unknown-hot-spot': () => 'Platsen är inte aktiv',
  'unknown-window': (v) => `${v.hotspot} har inget tidsfönster i passet`,
  'outside-window': (v) =>
    `${v.hotspot} ${v.start}–${v.end} ligger utanför fönstret ${v.open}–${v.close}`,
  'too-far': (v) =>
    `Patrullen hinner inte till ${v.hotspot} före ${v.earliest} (${v.walk} min dit)`,
  'not-back-in-time': (v) => `Patrullen är tillbaka först ${v.back}, passet slutar ${v.end}`,
  overlaps: (v) => `Krockar: patrullen är ledig först ${v.free}`,
  past: (v) => `Det har redan varit: klockan är ${v.now}`,
  'on-a-call': (v) => `Patrullen är borta ${v.from}–${v.to}`,
  'break-outside': (v) => `Rasten ${v.start} ska börja ${v.earliest}–${v.latest}`,
  'break-missing': () => 'Rasten får inte plats',
  'break-twice': () => 'Rasten ligger två gånger',
  'no-break-due': () => 'Patrullen har ingen rast',
  gap: (v) =>
    `För tätt på ${v.hotspot}: ${v.apart} min till besöket ${v.other}, minst ${v.spacing} från start till start`,
  'gap-to-last-shift': (v) =>
    `För tätt på ${v.hotspot}: bara ${v.apart} min sedan förra besöket, minst ${v.spacing}`,
  'gap-to-other-shift': (v) =>
    `För tätt på ${v.hotspot}: ${v.apart} min till ett annat pass besök ${v.other}, minst ${v.spacing}`,
  'over-load': (v) => `Över taket: ${v.busy} av högst ${v.most} min planerad tid`,
  crew: (v) => `${v.hotspot} kräver ${v.needed} poliser, patrullen har ${v.officers}`,
  'locked-missing': (v) => `Det fastnålade besöket ${v.hotspot} ${v.start} saknas`,
  'unknown-patrol': () => 'Patrullen finns inte i passet',
  'patrol-missing': () => 'En patrull saknas i planen',
};

export const planSv = {
  title: 'Planera',
  reasons,
  violations,
  shift: 'Pass',
  previous: 'Föregående pass',
  next: 'Nästa pass',
  newShift: 'Nytt pass',
  editShift: 'Ändra passet',
  deleteShift: 'Ta bort passet',
  noShift: {
    title: 'Inget pass upplagt',
    text: 'Lägg upp kvällens pass med patruller, så föreslås en plan.',
  },
  patrols: (count: number) => (count === 1 ? '1 patrull' : `${count} patruller`),
  load: (percent: number, most: number) => `${percent} av ${most}\u00a0%`,
  loadHelp: 'Gång och besök som andel av tiden i tjänst, och taket för det',
  rest: (time: string) => `rast ${time}`,
  visits: (count: number) => `${count} besök`,
  away: 'Borta …',
  awayOf: (callSign: string) => `Borta … ${callSign}`,
  handover: 'Överlämning',
  replanned: (callSign: string, time: string) => `${callSign} planerade om ${time}`,
  isAway: 'borta',
  awaySpan: (from: string, to: string) => `Borta ${from}–${to}`,
  awayUndo: 'Ta bort',
  awaySaved: (callSign: string, isAway: boolean) =>
    isAway ? `${callSign} är borta.` : `${callSign} är tillbaka i planen.`,
  awayFrom: 'Borta från',
  awayTo: 'till',
  demand: 'Behov under passet',
  demandOrder: 'mest eftersatt först',
  sinceDose: (hours: string, wanted: number) => `${hours} sedan dos, mål ${wanted}`,
  neverDosed: (wanted: number) => `ingen dos än, mål ${wanted} h`,
  notPlaced: (count: number) => `${count} ${count === 1 ? 'ej placerad' : 'ej placerade'}`,
  noDemand: 'Inga tidsfönster är öppna under passet. Lägg tidsfönster på sidan Hot spots.',
  dosesOf: (planned: number, wanted: number) => `${planned} av ${wanted} doser`,
  propose: 'Föreslå plan',
  proposeAgain: 'Föreslå igen',
  proposing: 'Söker plan …',
  stop: 'Avbryt',
  takeBest: 'Ta den nu',
  bestSoFar: (visits: number, met: number, targets: number) =>
    `Bästa hittills: ${visits} besök, ${met} av ${targets} doser`,
  whatIf: {
    title: 'Vad händer om …',
    intro: 'Varje rad är en egen sökning. Planen rörs inte.',
    asIs: 'Som passet är',
    doses: 'doser',
    value: 'värde',
    of: (met: number, targets: number) => `${met} av ${targets}`,
    change: (percent: string, sign: number) =>
      sign === 0 ? '±0' : `${sign > 0 ? '+' : '−'}${percent}\u00a0%`,
    patrolMore: 'En patrull till',
    patrolLess: (callSign: string) => `Utan ${callSign}`,
    hours: (minutes: number) =>
      minutes > 0 ? `Passet ${minutes / 60} h längre` : `Passet ${-minutes / 60} h kortare`,
    windowLater: (minutes: number) => `Fönstret öppet ${minutes} min längre`,
    gap: (minutes: number) => `Minsta lucka ${minutes} min`,
    boosted: (code: string) => `${code} ett steg högre prioritet`,
    boost: 'Lyft en hot spot:',
    whatItTakes: 'Vad skulle krävas?',
    would: (missing: number) => (missing === 0 ? 'räcker' : `räcker inte, ${missing} saknas`),
  },
  compare: compareSv,
  changes: {
    count: (count: number) => (count === 1 ? '1 ändring i planen' : `${count} ändringar i planen`),
    rest: 'Allt annat ligger kvar som det var.',
    removed: (code: string, at: string) => `${code} ${at} utgår`,
    added: (code: string, at: string, callSign: string) =>
      `${code} ${at} läggs till på ${callSign}`,
    moved: (code: string, from: string, to: string, callSign: string | null) =>
      `${code} ${from} → ${to}${callSign ? `, ${callSign}` : ''}`,
  },
  publish: 'Publicera',
  publishAsk: 'Publicera planen till patrullerna? Det går inte att ta tillbaka, bara ersätta.',
  mend: 'Laga planen',
  broken: (count: number, why: string) => {
    if (count === 0) return `Planen håller inte längre: ${why}`;
    return `${count} besök går inte längre: ${why}`;
  },
  lost: (count: number) =>
    count === 1
      ? '1 dos blev inte av och kan få en ny tid.'
      : `${count} doser blev inte av och kan få nya tider.`,
  allWell: 'Planen är publicerad och håller.',
  undoneVisits: (count: number) => `${count} besök har inte blivit av. Resten av planen håller.`,
  noPatrols: 'Passet har ingen patrull: lägg till en med Ändra passet.',
  proposed: (visits: number) => `Planen har nu ${visits} besök.`,
  published: 'Planen är publicerad.',
  print: 'Skriv ut utsättning',
  status: { draft: 'utkast', published: 'publicerad', superseded: 'ersatt' },
  version: (number: number) => `version ${number}`,
  seed: (seed: number) => `frö ${seed}`,
  bar: {
    title: 'Passet',
    visits: 'besök',
    doses: 'doser av målet',
    unpredictability: 'Oförutsägbarhet',
  },
  habits: {
    title: 'Oförutsägbarhet',
    intro: 'Vad den som följt gatan i 28 dagar kan räkna ut, före och efter den här planen.',
    before: 'hittills',
    after: 'med planen',
    tooFew: 'för få besök',
    evenness: 'Spridning av starttider, 0–1',
    neverSeen: 'Kvartar då ingen setts',
    repeated: 'Samma tid som dagen före, ±5 min',
    shareOf: (count: number, all: number) => `${count} av ${all}`,
    habit: (
      code: string,
      alike: number,
      visits: number,
      day: string | null,
      from: string,
      to: string,
    ) => `${code}: ${alike} av ${visits} ${day ? `${day}sbesök` : 'besök'} började ${from}–${to}`,
    planned: (times: string) => `nu ${times}`,
    notPlanned: 'inget besök nu',
    kept: 'samma tid igen',
    noHabits: 'Ingen plats har en tydlig vana.',
    price: (percent: string) => `Att inte upprepa sig kostar ${percent}\u00a0% av planens värde.`,
    tolerance: 'Får kosta högst',
    percent: (value: string) => `${value}\u00a0%`,
  },
  notPlacedBar: (text: string) => `Ej placerade: ${text}`,
  why: 'varför?',
  whyNow: 'varför just då?',
  whyHere: 'Varför här',
  whyNot: 'varför inte?',
  pin: 'Nåla fast',
  unpin: 'Lossa',
  remove: 'Ta bort',
  add: 'Lägg till besök',
  addAt: 'Börjar',
  addedAs: (what: string) => `Tillagt: ${what}`,
  addTo: (callSign: string) => `Lägg till på ${callSign}`,
  nothingFits: 'Inget besök får plats då.',
  notThen: (count: number) => `Går inte då (${count})`,
  noRoom: (reason: string) =>
    reason === ''
      ? 'Går inte: det finns ingen tid kvar för det.'
      : `Går inte hos den patrullen: ${reason}`,
  noLane: 'Det finns ingen patrull där.',
  longer: 'Längre',
  shorter: 'Kortare',
  timeline: 'Tidslinje',
  timelineHelp:
    'Piltangenter flyttar 5 minuter (med skift 1), upp och ner byter patrull, plus och minus ändrar längd, P nålar fast, Delete tar bort. Knappen på varje patrulls rad lägger till ett besök.',
  table: 'Planen som tabell',
  columns: { time: 'Tid', patrol: 'Patrull', place: 'Plats', state: 'Läge', actions: 'Åtgärder' },
  spoken: (
    code: string,
    name: string,
    from: string,
    to: string,
    callSign: string,
    pinned: boolean,
  ) => `${code} ${name} ${from}–${to}, patrull ${callSign}${pinned ? ', fastnålad' : ''}`,
  refused: (reason: string) => `Går inte: ${reason}`,
  moved: (what: string) => `Flyttat: ${what}`,
  windowOf: (code: string, from: string, to: string) => `${code}: ${from}–${to}`,
  conflictTitle: 'Någon annan har ändrat planen',
  conflictText: (theirs: number, mine: number) => `Deras plan har ${theirs} besök, din ${mine}.`,
  takeTheirs: 'Ta deras',
  keepMine: 'Behåll min',
  straight: 'Gångtider är raka linjer × 1,3: inget gångnät är inläst.',
  ...workSv,
  radio: {
    label: 'På radion',
    example: 'C2 klar 14 min',
    patrol: 'Patrull',
    choose: 'Välj …',
    log: 'Logga',
    logged: (code: string, minutes: number, callSign: string) =>
      `${code} ${minutes} min loggat för ${callSign}.`,
    notUnderstood: 'Skriv platsens kod och antal minuter, till exempel C2 klar 14 min.',
    noPlace: (code: string) => `Det finns ingen plats med koden ${code}.`,
    whichPatrol: 'Välj vilken patrull det var.',
    already: 'Patrullen har redan loggat det besöket.',
    undoReason: 'Fel utrop, ångrat av gruppchef',
  },
  travels: {
    foot: 'till fots',
    car: 'bil',
    bicycle: 'cykel',
    carHelp: 'Med bil: parkerar och går där det är över 20 min till fots.',
  },
  lossLabel: 'Blev inte av:',
  form: {
    title: 'Pass',
    date: 'Datum',
    from: 'Från',
    to: 'Till',
    municipality: 'Kommun',
    callSign: 'Anropssignal',
    officers: 'Poliser',
    travels: 'Tar sig fram',
    breakMin: 'Rast, min (0 = ingen)',
    breakFrom: 'Rast tidigast',
    breakTo: 'Rast senast',
    addPatrol: 'Lägg till patrull',
    removePatrol: 'Ta bort patrullen',
    save: 'Spara passet',
  },
  undone: 'Ångrat',
};

export type PlanWords = typeof planSv;
