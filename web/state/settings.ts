/** What the server says about itself: area, municipalities, time zone, whether the data is a sample. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';

export type Settings = WireReply<'getSettings'>;

export const settings = signal<Settings | null>(null);

/** The rules that turn instants into days and clocks. */
export function calendarRules(): { readonly zone: string; readonly dayStart: string } {
  const { timeZone = 'Europe/Stockholm', dayStart = '06:00' } = settings.value ?? {};
  return { zone: timeZone, dayStart };
}

export const hasSeveralMunicipalities = (): boolean =>
  (settings.value?.municipalities.length ?? 0) > 1;

/** The code itself where the area has no such municipality. */
export const municipalityName = (code: string): string =>
  settings.value?.municipalities.find((one) => one.code === code)?.name ?? code;
