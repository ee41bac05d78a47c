/** Swedish first, English second. Each screen keeps its words in text/sv and text/en and picks them by this signal. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { stored } from '../state/stored.ts';

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const language = stored<Language>('language', LANGUAGES, 'sv');

effect(() => {
  document.documentElement.lang = language.value;
});

/** The words of a screen in the chosen language; English must say all that Swedish says. */
export function words<T>(sv: T, en: NoInfer<T>): ReadonlySignal<T> {
  return computed(() => (language.value === 'sv' ? sv : en));
}
