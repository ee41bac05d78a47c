/** Why a page cannot be signed or published now, in words. */
import type { Said } from '#contract/problem.ts';
import type { Obstacle } from '#core/publication/signing.ts';
import { Problem } from '../../problem.ts';

const OBSTACLE_TEXTS: Readonly<Record<Obstacle, Said>> = {
  'is-published': {
    sv: 'Sidan är publicerad. Gör en ny version för att rätta den.',
    en: 'The page has been published. Make a new version to correct it.',
  },
  'tertial-goes-on': {
    sv: 'Tertialet pågår. Signera när det är slut.',
    en: 'The tertial goes on. Sign when it has ended.',
  },
  'figures-not-whole': {
    sv: 'Siffrorna räknades innan tertialet var slut. Räkna om dem.',
    en: 'The figures were counted before the tertial had ended. Count them anew.',
  },
  'no-text': {
    sv: 'Kommunpolis har inte skrivit någon text ännu.',
    en: 'Kommunpolis has not written a text yet.',
  },
  'signed-already': {
    sv: 'Din roll har redan signerat den här texten.',
    en: 'Your role has signed this text already.',
  },
  'police-sign-first': {
    sv: 'Kommunpolis signerar först.',
    en: 'Kommunpolis signs first.',
  },
  'same-person': {
    sv: 'Den som har skrivit eller signerat som kommunpolis kan inte också signera som chef.',
    en: 'Whoever wrote or signed as kommunpolis cannot sign as chief as well.',
  },
  'not-signed': {
    sv: 'Både kommunpolis och chef ska signera först.',
    en: 'Kommunpolis and chief must both sign first.',
  },
  'too-early': {
    sv: 'Sidan får inte publiceras ännu: de sista dygnen är för färska.',
    en: 'The page may not be published yet: the last days are too recent.',
  },
};

export const obstacleProblem = (obstacle: Obstacle): Problem =>
  new Problem('not-acceptable-state', [
    { field: ':id', code: obstacle, said: OBSTACLE_TEXTS[obstacle] },
  ]);
