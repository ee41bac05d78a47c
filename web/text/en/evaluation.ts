import type { EvaluationWords } from '../sv/evaluation.ts';

export const evaluationEn: EvaluationWords = {
  cannotKnow: 'We cannot know',
  weighed: (version, name) => `Table of weights, version ${version}: ${name}.`,
  noData: {
    title: 'No incidents yet',
    text: 'Import a file under Incidents, and what it says of the hot spots is shown here.',
    link: 'To Incidents',
  },
  how: 'How it is counted',
  scoreCard: {
    title: 'Score card',
    intro: 'How well the hot spots that you drew catch the incidents of months held out.',
    csv: 'Download as CSV',
    heldOutFrom: 'Try on incidents from',
    byDays: 'The last days: there is one month only.',
    data: (from, to) => `Incidents ${from} – ${to}.`,
    parts: (earlier, held, outside) =>
      `${earlier} in the earlier part, ${held} held out. ${outside} outside the town do not count.`,
    extent: {
      network: (ha, km) =>
        `Against the town as far as its walking network reaches: ${ha} ha and ${km} km of street.`,
      incidents: (ha) => `Against the area that incidents and hot spots span: ${ha} ha.`,
    },
    table: {
      caption: 'Drawn hot spots beside the densest cells of the same area',
      set: 'What',
      drawn: 'Drawn hot spots',
      densest: (cell) => `Densest cells (${cell} m)`,
      caught: 'Caught',
      hitRate: 'Hit rate',
      pai: 'PAI, area',
      paiByStreet: 'PAI, street',
      harm: 'PAI by harm',
      pei: 'PEI',
      of: (part, all) => `${part} of ${all}`,
    },
    places: {
      heading: 'Each hot spot',
      place: 'Hot spot',
      stability: 'Stability',
      suggestion: 'Suggestion',
      show: (place) => `When is it hot in ${place}?`,
      before: (count) => `${count} before`,
      beyond: (places) =>
        `Outside the town, where incidents are not counted here, and not to be judged: ${places}.`,
    },
    reasons: {
      'too-few': 'too few incidents: under 50',
      'no-events': 'no incidents',
      'no-size': 'no area or street',
      'base-too-small': 'under 50 before: no percentage',
      'zero-cell': 'no incident after',
    },
    advice: {
      keep: 'Keep',
      shrink: 'Shrink?',
      move: 'Move?',
      retire: 'Retire?',
      unknown: 'We cannot know',
    },
    why: {
      'none-in-two-tertials':
        'No incident in two tertials. Go through whether the place should remain.',
      'too-few': (s) =>
        `${s.part} incidents in and round the place, ${s.all} in the town. At least 20 and 50 are needed.`,
      'no-denser-than-town': (s) =>
        `${s.part} of ${s.all} incidents: ${s.range} of them on ${s.against} of the area. The place is no denser than the town.`,
      'denser-outside': (s) =>
        `${s.part} of ${s.all} happened in the ring 100 m outside: ${s.range} on ${s.against} of the area. It is denser there than in the place.`,
      'half-is-enough': (s) =>
        `${s.part} of ${s.all} happened in the half that was densest before: ${s.range} on ${s.against} of the area.`,
      'denser-than-town': (s) =>
        `${s.part} of ${s.all} incidents in the town: ${s.range} on ${s.against} of the area.`,
      'cannot-tell': (s) =>
        `${s.part} of ${s.all}: ${s.range} holds the town’s average too, ${s.against}.`,
    },
    how: [
      'Incidents with a from and a to count by the share of that time in the period (aoristic).',
      'PAI = share of the incidents ÷ share of the area (or of the streets). PEI = PAI ÷ the best that as many cells could have caught; drawn places do not follow the grid and can exceed 1.',
      'The densest cells are chosen on the earlier part and tried on the part held out, as the drawn ones are.',
      'Stability: how the place’s rate changed against the town’s (recapture rate index). 0% follows the town.',
      'Intervals are 95%, Clopper–Pearson. Under 50 incidents counts are shown, no shares.',
      'A suggestion changes nothing. Borders are moved under Hot spots by somebody who knows the place.',
    ],
  },
  hours: {
    heading: (place) => `When it is hot: ${place}`,
    choose: 'Hot spot',
    caption: 'Incidents by weekday and hour; hours with an open time window are framed',
    day: 'Day',
    about: (count, metres) => `${count} incidents in the place and at most ${metres} m outside.`,
    caught: (share) => `The time windows catch ${share} of them.`,
    caughtFew: (part, all) => `The time windows catch ${part} of ${all}.`,
    legendOpen: 'time window open',
    cell: (events) => `${events} incidents`,
    open: 'time window',
    move: (days, from, to, now, after) =>
      `Move the window ${days} ${from} to ${to}: the windows would have caught ${after} instead of ${now} of the incidents held out.`,
    stay: (now) =>
      `No other hour for a window would have caught clearly more. The windows caught ${now} of the incidents held out.`,
    tooFew: (earlier, held) =>
      `${earlier} incidents in the earlier part and ${held} held out. At least 50 in each are needed to tell one hour from another.`,
    noWindows: 'The place has no time windows in force.',
    neverMoves: 'Windows are moved under Hot spots. Nothing changes by itself.',
    link: 'To Hot spots',
  },
  effect: {
    title: 'Effect',
    intro:
      'Incidents before and after: in the hot spots, in the ring round them and in the rest of the municipality.',
    place: 'Hot spot',
    allPlaces: 'All hot spots',
    before: 'Before',
    after: 'After',
    from: 'from',
    to: 'to',
    wrong: 'The period before must have ended when the one after begins.',
    ring: 'Ring',
    metres: (metres) => `${metres} m`,
    table: {
      caption: 'Incidents before and after with 95% intervals',
      where: 'Where',
      treated: 'In hot spots',
      treatedOne: 'In the place',
      ringName: (metres) => `In the ring of ${metres} m`,
      control: 'Rest of the municipality',
      controlOfArea: 'Rest of the municipalities',
      before: 'Before',
      after: 'After',
      change: 'Change',
      against: 'Against the rest',
      between: (low, high) => `${low} to ${high}`,
    },
    change: {
      'not-covered': 'not compared: incidents are missing',
      'base-too-small': 'under 50 before: no percentage',
      'control-too-small': 'the rest has under 50 before',
      'zero-cell': 'none after: no quotient',
    },
    notCovered: (reach) =>
      `The incidents do not cover both periods. There are some for ${reach}. Import the rest or choose other periods.`,
    verdict: {
      less: 'Fewer incidents in hot spots than before',
      more: 'More incidents in hot spots than before',
      chance: (low, high) =>
        `The change lies between ${low} and ${high}. That holds both fewer and more, so the change may be chance.`,
      sure: (low, high) =>
        `The change lies between ${low} and ${high} (95%). Whether the patrols caused it, the figure does not say.`,
      againstSure: (low, high) =>
        `Against the rest of the municipality the difference is between ${low} and ${high}.`,
      againstChance: (low, high) =>
        `Against the rest of the municipality the difference may be chance: it is between ${low} and ${high}.`,
      againstUnknown: 'The rest of the municipality has too few incidents to compare with.',
      small: (base) => `The period before has ${base} incidents. Under 50 only counts are shown.`,
      zero: 'No incident after: a percentage would promise too much.',
    },
    sample: {
      heading: 'What sample would be enough?',
      quarter: (events) => `${events} incidents in the period before, to see a fall by a quarter.`,
      half: (events) => `${events} to see a fall by half.`,
      least: (events, fall) => `With ${events} the least fall that shows is ${fall}.`,
      none: (events) => `With ${events} no fall at all shows surely.`,
      cure: 'Longer periods, or several hot spots together, give more incidents.',
    },
    displacement: {
      heading: 'Has it moved?',
      wdq: (value) => `Weighted displacement quotient (WDQ) ${value}.`,
      tne: (value, low, high) =>
        `Total net effect (TNE) ${value} incidents, between ${low} and ${high} (95%).`,
      reading: {
        spread: 'The fall has spread to the ring.',
        neither: 'The change in the ring may be chance: neither spread nor displacement shows.',
        moved:
          'There are more in the ring. Whether that is less or more than was gained nobody can know.',
        'moved-less-than-gained': 'Some has moved to the ring, but less than was gained.',
        'gain-eaten': 'What moved to the ring has eaten the gain.',
      },
      refusal: {
        'not-covered': 'The incidents do not cover both periods.',
        'unsure-success':
          'That the hot spots did better than the rest of the municipality may be chance. Nobody can say then whether anything moved.',
        'zero-cell': 'One of the cells is zero. The quotient cannot be reckoned then.',
        'base-too-small': 'Under 50 incidents in the period before. The quotient would be chance.',
        'no-success':
          'The hot spots did no better than the rest of the municipality. There is no gain that could have moved.',
      },
    },
    how: [
      'The ring is what lies at most so many metres from a hot spot, minus all hot spots, measured in SWEREF 99 TM.',
      'The rest of the municipality is what lies outside all hot spots and all rings.',
      'An incident with a from and a to counts where the middle of that time lies. Today’s borders hold.',
      'The interval of a count: Garwood. Of a change: conditional on the sum, Clopper–Pearson. Against the rest: conditional on all sums, Fisher. All exact, 95%.',
      'Against the rest: how many fewer or more than if the place had followed the rest of the municipality. It needs no equally long periods.',
      'The sample needed: an 80% chance to see the fall, by periods as long as those chosen.',
      'Under 50 incidents before counts are shown; where any cell is zero no quotient is reckoned.',
    ],
  },
};
