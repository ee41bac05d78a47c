export const evaluationSv = {
  cannotKnow: 'Vi kan inte veta',
  weighed: (version: number, name: string) => `Viktlista version ${version}: ${name}.`,
  noData: {
    title: 'Inga händelser än',
    text: 'Läs in en fil under Händelser, så visas här vad den säger om hot spots.',
    link: 'Till Händelser',
  },
  how: 'Så räknas det',
  scoreCard: {
    title: 'Träffsäkerhet',
    intro:
      'Hur väl de hot spots som ni har ritat fångar händelser under månader som hållits undan.',
    csv: 'Hämta som CSV',
    heldOutFrom: 'Pröva på händelser från',
    byDays: 'De sista dagarna: det finns bara en månad.',
    data: (from: string, to: string) => `Händelser ${from} – ${to}.`,
    parts: (earlier: string, held: string, outside: string) =>
      `${earlier} i den tidigare delen, ${held} i den undanhållna. ${outside} utanför orten räknas inte.`,
    extent: {
      network: (ha: string, km: string) =>
        `Jämfört med orten så långt gångnätet når: ${ha} ha och ${km} km gata.`,
      incidents: (ha: string) =>
        `Jämfört med ytan som händelser och hot spots spänner över: ${ha} ha.`,
    },
    table: {
      caption: 'Ritade hot spots bredvid de tätaste rutorna av samma yta',
      set: 'Vad',
      drawn: 'Ritade hot spots',
      densest: (cell: string) => `Tätaste rutorna (${cell} m)`,
      caught: 'Fångade',
      hitRate: 'Träffandel',
      pai: 'PAI, yta',
      paiByStreet: 'PAI, gata',
      harm: 'Skadevägd PAI',
      pei: 'PEI',
      of: (part: string, all: string) => `${part} av ${all}`,
    },
    places: {
      heading: 'Varje hot spot',
      place: 'Hot spot',
      stability: 'Stabilitet',
      suggestion: 'Förslag',
      show: (place: string) => `När är det hett i ${place}?`,
      before: (count: string) => `${count} före`,
      beyond: (places: string) =>
        `Ligger utanför orten, där händelser inte räknas här, och kan inte bedömas: ${places}.`,
    },
    reasons: {
      'too-few': 'för få händelser: under 50',
      'no-events': 'inga händelser',
      'no-size': 'ingen yta eller gata',
      'base-too-small': 'under 50 före: inga procent',
      'zero-cell': 'ingen händelse efter',
    },
    advice: {
      keep: 'Behåll',
      shrink: 'Krymp?',
      move: 'Flytta?',
      retire: 'Avsluta?',
      unknown: 'Vi kan inte veta',
    },
    why: {
      'none-in-two-tertials': 'Ingen händelse på två tertial. Gå igenom om platsen ska vara kvar.',
      'too-few': (s: AdviceWords) =>
        `${s.part} händelser i och runt platsen, ${s.all} i orten. Det behövs minst 20 och 50.`,
      'no-denser-than-town': (s: AdviceWords) =>
        `${s.part} av ${s.all} händelser: ${s.range} av dem på ${s.against} av ytan. Platsen är inte tätare än orten.`,
      'denser-outside': (s: AdviceWords) =>
        `${s.part} av ${s.all} hände i ringen 100 m utanför: ${s.range} på ${s.against} av ytan. Det är tätare där än i platsen.`,
      'half-is-enough': (s: AdviceWords) =>
        `${s.part} av ${s.all} hände i den halva som var tätast förut: ${s.range} på ${s.against} av ytan.`,
      'denser-than-town': (s: AdviceWords) =>
        `${s.part} av ${s.all} händelser i orten: ${s.range} på ${s.against} av ytan.`,
      'cannot-tell': (s: AdviceWords) =>
        `${s.part} av ${s.all}: ${s.range} rymmer också ortens snitt, ${s.against}.`,
    },
    how: [
      'Händelser med från och till räknas med den andel av tiden som ligger i perioden (aoristiskt).',
      'PAI = andel av händelserna ÷ andel av ytan (eller av gatorna). PEI = PAI ÷ det bästa som lika många rutor kunde ha fångat; ritade platser följer inte rutnätet och kan nå över 1.',
      'Tätaste rutorna väljs på den tidigare delen och prövas på den undanhållna, som de ritade.',
      'Stabilitet: hur platsens takt har ändrats mot ortens (recapture rate index). 0 % följer orten.',
      'Intervall är 95 %, Clopper–Pearson. Under 50 händelser visas antal, inga andelar.',
      'Ett förslag ändrar ingenting. Gränser flyttas under Hot spots av den som känner platsen.',
    ],
  },
  hours: {
    heading: (place: string) => `När det är hett: ${place}`,
    choose: 'Hot spot',
    caption: 'Händelser per veckodag och timme; timmar med öppet tidsfönster är inramade',
    day: 'Dygn',
    about: (count: string, metres: string) =>
      `${count} händelser i platsen och högst ${metres} m utanför.`,
    caught: (share: string) => `Tidsfönstren fångar ${share} av dem.`,
    caughtFew: (part: string, all: string) => `Tidsfönstren fångar ${part} av ${all}.`,
    legendOpen: 'tidsfönster öppet',
    cell: (events: string) => `${events} händelser`,
    open: 'tidsfönster',
    move: (days: string, from: string, to: string, now: string, after: string) =>
      `Flytta fönstret ${days} ${from} till ${to}: fönstren hade då fångat ${after} i stället för ${now} av de undanhållna händelserna.`,
    stay: (now: string) =>
      `Inget annat läge för ett fönster hade fångat tydligt mer. Fönstren fångade ${now} av de undanhållna händelserna.`,
    tooFew: (earlier: string, held: string) =>
      `${earlier} händelser i den tidigare delen och ${held} i den undanhållna. Det behövs minst 50 i varje för att skilja en timme från en annan.`,
    noWindows: 'Platsen har inga tidsfönster i kraft.',
    neverMoves: 'Fönster flyttas under Hot spots. Inget ändras av sig självt.',
    link: 'Till Hot spots',
  },
  effect: {
    title: 'Effekt',
    intro: 'Händelser före och efter: i hot spots, i ringen runt dem och i resten av kommunen.',
    place: 'Hot spot',
    allPlaces: 'Alla hot spots',
    before: 'Före',
    after: 'Efter',
    from: 'från',
    to: 'till',
    wrong: 'Perioden före måste vara slut när perioden efter börjar.',
    ring: 'Ring',
    metres: (metres: number) => `${metres} m`,
    table: {
      caption: 'Händelser före och efter med 95 % intervall',
      where: 'Var',
      treated: 'I hot spots',
      treatedOne: 'I platsen',
      ringName: (metres: number) => `I ringen ${metres} m`,
      control: 'Resten av kommunen',
      controlOfArea: 'Resten av kommunerna',
      before: 'Före',
      after: 'Efter',
      change: 'Ändring',
      against: 'Mot resten',
      between: (low: string, high: string) => `${low} till ${high}`,
    },
    change: {
      'not-covered': 'jämförs inte: händelser saknas',
      'base-too-small': 'under 50 före: inga procent',
      'control-too-small': 'resten har under 50 före',
      'zero-cell': 'ingen efter: ingen kvot',
    },
    notCovered: (reach: string) =>
      `Händelserna täcker inte båda perioderna. De finns för ${reach}. Läs in resten eller välj andra perioder.`,
    verdict: {
      less: 'Färre händelser i hot spots än före',
      more: 'Fler händelser i hot spots än före',
      chance: (low: string, high: string) =>
        `Ändringen ligger mellan ${low} och ${high}. Det rymmer både färre och fler, så ändringen kan vara en slump.`,
      sure: (low: string, high: string) =>
        `Ändringen ligger mellan ${low} och ${high} (95 %). Om det beror på patrullerna säger talet inte.`,
      againstSure: (low: string, high: string) =>
        `Mot resten av kommunen är skillnaden mellan ${low} och ${high}.`,
      againstChance: (low: string, high: string) =>
        `Mot resten av kommunen kan skillnaden vara en slump: den ligger mellan ${low} och ${high}.`,
      againstUnknown: 'Resten av kommunen har för få händelser att jämföra med.',
      small: (base: string) => `Perioden före har ${base} händelser. Under 50 visas bara antal.`,
      zero: 'Ingen händelse efter: en procentsats skulle lova för mycket.',
    },
    sample: {
      heading: 'Vilket underlag skulle räcka?',
      quarter: (events: string) =>
        `${events} händelser i perioden före, för att se en minskning med en fjärdedel.`,
      half: (events: string) => `${events} för att se en minskning med hälften.`,
      least: (events: string, fall: string) =>
        `Med ${events} syns som minst en minskning med ${fall}.`,
      none: (events: string) => `Med ${events} syns ingen minskning alls säkert.`,
      cure: 'Längre perioder, eller flera hot spots tillsammans, ger fler händelser.',
    },
    displacement: {
      heading: 'Har det flyttat sig?',
      wdq: (value: string) => `Viktad förskjutningskvot (WDQ) ${value}.`,
      tne: (value: string, low: string, high: string) =>
        `Total nettoeffekt (TNE) ${value} händelser, mellan ${low} och ${high} (95 %).`,
      reading: {
        spread: 'Minskningen har spritt sig till ringen.',
        neither:
          'Ringens ändring kan vara en slump: varken spridning eller förskjutning går att visa.',
        moved:
          'Det har blivit fler i ringen. Om det är mindre eller mer än vinsten går inte att veta.',
        'moved-less-than-gained': 'En del har flyttat till ringen, men mindre än vinsten.',
        'gain-eaten': 'Det som flyttat till ringen har ätit upp vinsten.',
      },
      refusal: {
        'not-covered': 'Händelserna täcker inte båda perioderna.',
        'unsure-success':
          'Att hot spots gått bättre än resten av kommunen kan vara en slump. Då går det inte att säga om något har flyttat.',
        'zero-cell': 'En av rutorna är noll. Då går kvoten inte att räkna.',
        'base-too-small': 'Under 50 händelser i perioden före. Kvoten skulle vara en slump.',
        'no-success':
          'Hot spots har inte gått bättre än resten av kommunen. Det finns ingen vinst som kan ha flyttat.',
      },
    },
    how: [
      'Ringen är det som ligger högst så många meter från en hot spot, utom alla hot spots, mätt i SWEREF 99 TM.',
      'Resten av kommunen är det som ligger utanför alla hot spots och alla ringar.',
      'En händelse med från och till räknas där mitten av tiden ligger. Dagens gränser gäller.',
      'Intervall för ett antal: Garwood. För en ändring: betingat på summan, Clopper–Pearson. Mot resten: betingat på alla summor, Fisher. Alla exakta, 95 %.',
      'Mot resten: hur mycket färre eller fler än om platsen hade följt resten av kommunen. Det behöver inte lika långa perioder.',
      'Underlaget som behövs: 80 % chans att se minskningen, med så långa perioder som har valts.',
      'Under 50 händelser före visas antal; är någon ruta noll räknas ingen kvot.',
    ],
  },
};

/** What a suggestion rests on, as it is written. */
export interface AdviceWords {
  readonly part: string;
  readonly all: string;
  /** The 95 % interval of the share. */
  readonly range: string;
  readonly against: string;
}

export type EvaluationWords = typeof evaluationSv;
