/** Every route of the contract with its handler; tsc refuses a route that has none. */
import type { Handlers } from '../call.ts';
import { activityHandlers } from './activities.ts';
import { coverageHandlers } from './coverage.ts';
import { coverageExportHandlers } from './coverage-exports.ts';
import { evaluationHandlers } from './evaluation.ts';
import { focusHandlers } from './focus.ts';
import { handoverHandlers } from './handover.ts';
import { hotSpotHandlers } from './hot-spots.ts';
import { incidentHandlers } from './incidents.ts';
import { ledgerExportHandlers } from './ledger-exports.ts';
import { myShiftHandlers } from './my-shift.ts';
import { outboxHandlers } from './outbox.ts';
import { peopleHandlers } from './people.ts';
import { planHandlers } from './plans.ts';
import { positionHandlers } from './positions.ts';
import { promiseHandlers } from './promises.ts';
import { publicationHandlers } from './publications.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { shiftHandlers } from './shifts.ts';
import { surveyHandlers } from './survey-figures.ts';
import { trackHandlers } from './tracks.ts';
import { visitHandlers } from './visits.ts';
import { walkPhotoHandlers } from './walk-photos.ts';
import { walkHandlers } from './walks.ts';
import { weekHandlers } from './week.ts';

export const handlers = {
  ...settingsHandlers,
  ...sessionHandlers,
  ...peopleHandlers,
  ...handoverHandlers,
  ...hotSpotHandlers,
  ...shiftHandlers,
  ...myShiftHandlers,
  ...outboxHandlers,
  ...planHandlers,
  ...weekHandlers,
  ...visitHandlers,
  ...trackHandlers,
  ...coverageHandlers,
  ...coverageExportHandlers,
  ...positionHandlers,
  ...incidentHandlers,
  ...evaluationHandlers,
  ...promiseHandlers,
  ...activityHandlers,
  ...ledgerExportHandlers,
  ...surveyHandlers,
  ...focusHandlers,
  ...walkHandlers,
  ...walkPhotoHandlers,
  ...publicationHandlers,
} as unknown as Handlers;
