/** Times of day in what is to be published: when patrols come is not told, and a sentence may tell it. */

const CLOCK = /(?<![\d-])(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d|[.-]\d)/;
const BY_WORD = /\b(?:kl\.?|klockan)\s*\d{1,2}\b/i;

/**
 * @example tellsTime('Patrullen kom 22:10') // true
 * @example tellsTime('Tidigt på våren, 2026-03-14') // false
 */
export const tellsTime = (text: string): boolean => CLOCK.test(text) || BY_WORD.test(text);
