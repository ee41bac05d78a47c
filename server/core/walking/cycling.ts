/** How long a patrol on bicycles takes between places. */
import type { Minutes } from '../model.ts';
import { WALKING_SPEED } from './walking-times.ts';

/** A patrol's pace on bicycles in metres a second, along the ways that people walk (14 km/h). Ours. */
const CYCLING_SPEED = 3.9;

/** @param walk minutes on foot between all pairs of places */
export const cyclingMinutes = (walk: readonly (readonly Minutes[])[]): Minutes[][] =>
  walk.map((row) => row.map((minutes) => Math.ceil((minutes * WALKING_SPEED) / CYCLING_SPEED)));
