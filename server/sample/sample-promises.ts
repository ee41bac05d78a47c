/** Flen's eight promises of 2018 in our own words, with targets that are the sample's own, and figures labelled as examples. */
import { NOT_NARROWED, type PromiseTerms } from '#core/promises/promise.ts';
import type { SurveyFigure } from '#core/promises/survey.ts';

interface SampleFigure {
  readonly value: number;
  readonly source: string;
}

interface SamplePromise extends Omit<PromiseTerms, 'municipality' | 'from' | 'to'> {
  /** By hand, one a month. */
  readonly figures: readonly SampleFigure[];
}

const byHand = (source: string, values: readonly number[]): SampleFigure[] =>
  values.map((value) => ({ value, source }));

const usual = { narrowing: NOT_NARROWED, target: null, eveningTarget: null, figures: [] } as const;

export const PROMISES: readonly SamplePromise[] = [
  {
    ...usual,
    number: 1,
    sentence:
      'Polis och kommun samlar kraft mot narkotikan, och det förebyggande arbetet riktas till skolorna.',
    owner: 'both',
    measure: 'tillfällen i skolor',
    source: 'activities',
    narrowing: { ...NOT_NARROWED, kinds: ['school-prevention'] },
    target: 12,
  },
  {
    ...usual,
    number: 2,
    sentence: 'Polisen stör och ingriper mot de lokala kriminella nätverken.',
    owner: 'police',
    measure: 'insatser',
    source: 'hand',
    target: 30,
    figures: byHand('Lokalpolisområdets månadsrapport', [3, 2, 4, 1, 3, 2, 1, 3, 4, 3, 2, 2]),
  },
  {
    ...usual,
    number: 3,
    sentence: 'Kommunen stöder den som vill lämna ett kriminellt liv.',
    owner: 'municipality',
    measure: 'erbjudna stöd',
    source: 'hand',
    figures: byHand('Socialförvaltningen, antal per månad', [1, 0, 2, 1, 0, 1, 0, 1, 2, 1, 0, 1]),
  },
  {
    ...usual,
    number: 4,
    sentence:
      'Vuxna är på plats där och när unga samlas, som goda förebilder. Kommunen gör det med polisen.',
    owner: 'both',
    measure: 'timmar på plats',
    source: 'activities',
    narrowing: { ...NOT_NARROWED, kinds: ['presence', 'safe-adult'], unit: 'hours' },
    target: 300,
  },
  {
    ...usual,
    number: 5,
    sentence: 'Trygg vuxen finns i områden där unga vistas.',
    owner: 'municipality',
    measure: 'Trygg vuxen-kvällar',
    source: 'activities',
    narrowing: { ...NOT_NARROWED, kinds: ['safe-adult'] },
    target: 50,
  },
  {
    ...usual,
    number: 6,
    sentence:
      'Polisen syns mer i centrala Flen och kring järnvägsstationen genom riktad fotpatrull på hot spots.',
    owner: 'police',
    measure: 'doser',
    source: 'doses',
    narrowing: NOT_NARROWED,
    target: 420,
  },
  {
    ...usual,
    number: 7,
    sentence:
      'Minst två trygghetsvandringar hålls med kommun, polis och boende, minst en på kvällen, och kommunen följer upp.',
    owner: 'both',
    measure: 'trygghetsvandringar',
    source: 'walks',
    target: 2,
    eveningTarget: 1,
  },
  {
    ...usual,
    number: 8,
    sentence: 'Polis och kommun utvärderar tillsammans och visar resultatet under året.',
    owner: 'both',
    measure: 'publicerade uppföljningar',
    source: 'hand',
    target: 3,
    figures: byHand('Tertialuppföljning, publicerad', [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]),
  },
];

/** Targets that were lower until the municipality raised them in March. */
export const FIRST_TARGETS = [
  { number: 5, target: 40, reason: 'Kommunen utökade till varje fredag' },
] as const;

type SampleSurvey = Omit<SurveyFigure, 'id' | 'municipality' | 'year' | 'source'> & {
  readonly yearsAgo: number;
};

const MEASURED = {
  survey: 'trygghetsmatning',
  question: 'Känner du dig otrygg utomhus i centrum sena kvällar?',
} as const;
const NTU = { survey: 'ntu', question: 'Otrygg vid utevistelse sen kväll' } as const;

const NOT_GIVEN = { low: null, high: null } as const;

/** From counts that are ours: of NTU with intervals (Clopper–Pearson) as given, of the other for the page to work out. */
export const SURVEY_FIGURES: readonly SampleSurvey[] = [
  { ...MEASURED, yearsAgo: 4, percent: 35, ...NOT_GIVEN, answers: 412 },
  { ...MEASURED, yearsAgo: 3, percent: 32.9, ...NOT_GIVEN, answers: 398 },
  { ...MEASURED, yearsAgo: 2, percent: 32.1, ...NOT_GIVEN, answers: 405 },
  { ...MEASURED, yearsAgo: 1, percent: 29.1, ...NOT_GIVEN, answers: 371 },
  { ...NTU, yearsAgo: 5, percent: 33.1, low: 29, high: 37.3, answers: 520 },
  { ...NTU, yearsAgo: 3, percent: 29.9, low: 26.1, high: 34, answers: 548 },
  { ...NTU, yearsAgo: 1, percent: 27.1, low: 23.5, high: 31, answers: 561 },
];
