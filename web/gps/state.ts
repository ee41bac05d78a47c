/** What the phone knows of its own GPS: the authority's switch, the officer's, and what the last fix said. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { EpochMs, Metres, Uuid } from '#core/model.ts';
import { gpsText } from '../text/gps.ts';

export type OwnGps = WireReply<'getMyGps'>;

/** null: not asked yet. */
export const ownGps = signal<OwnGps | null>(null);

export type WatchPhase = 'resting' | 'searching' | 'fixed' | 'denied' | 'low-battery';
export const watchPhase = signal<WatchPhase>('resting');
export const accuracyM = signal<Metres | null>(null);

/** Hot spots that this phone was in and has left, and when; empty where nothing is watched. */
export const leftAt = signal<ReadonlyMap<Uuid, EpochMs>>(new Map());

/** Points that were too old to be kept any longer on this device, before they could be sent. */
export const droppedPoints = signal(0);

export interface Suggestion {
  readonly kind: 'enter' | 'leave';
  readonly hotSpotId: Uuid;
  /** When the place was left; null: it was entered. */
  readonly at: EpochMs | null;
}

/** Questions that have been answered with no, by `keyOf`. */
export const declined = signal<ReadonlySet<string>>(new Set());

/** Only ever a question: nothing starts or ends without a tap. */
export const suggestion = signal<Suggestion | null>(null);

export const isAgreed = computed(() => Boolean(ownGps.value?.on && ownGps.value.consentGivenAt));

/** For the chip of Mitt pass; null: nothing is known of it. */
export const gpsChip = computed((): string | null => {
  const words = gpsText.value.chip;
  if (ownGps.value === null) return null;
  if (!isAgreed.value) return words.off;
  switch (watchPhase.value) {
    case 'fixed':
      return accuracyM.value === null ? words.on : words.fixed(Math.round(accuracyM.value));
    case 'searching':
      return words.searching;
    case 'denied':
      return words.denied;
    case 'low-battery':
      return words.lowBattery;
    default:
      return words.on;
  }
});
