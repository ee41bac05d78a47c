/**
 * Every route of the HTTP API: name → method and path. No zod here: the browser imports this file.
 * A route also needs its schemas in `api.ts`, its roles in `policy.ts` and a handler in `server/http/`; tsc asks for all three.
 */
export const API_ROOT = '/api/v1';

export interface RoutePath {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `API_ROOT`; `:name` marks a parameter. */
  readonly path: string;
}

export const paths = {
  getSettings: { method: 'GET', path: '/settings' },
  getBaseMap: { method: 'GET', path: '/map' },
  getWalkNetwork: { method: 'GET', path: '/map/walk-network' },

  signIn: { method: 'POST', path: '/session' },
  redeemSignInLink: { method: 'POST', path: '/session/link' },
  getSession: { method: 'GET', path: '/session' },
  signOut: { method: 'DELETE', path: '/session' },
  changePassword: { method: 'PUT', path: '/session/password' },

  listUsers: { method: 'GET', path: '/users' },
  createUser: { method: 'POST', path: '/users' },
  updateUser: { method: 'PATCH', path: '/users/:id' },
  revokeSessions: { method: 'DELETE', path: '/users/:id/sessions' },
  removeTrialAccounts: { method: 'DELETE', path: '/trial-accounts' },

  listHotSpots: { method: 'GET', path: '/hot-spots' },
  createHotSpot: { method: 'POST', path: '/hot-spots' },
  checkGeometry: { method: 'POST', path: '/hot-spots/check' },
  getHotSpot: { method: 'GET', path: '/hot-spots/:id' },
  updateHotSpot: { method: 'PATCH', path: '/hot-spots/:id' },
  moveBorder: { method: 'PUT', path: '/hot-spots/:id/border' },
  listBorders: { method: 'GET', path: '/hot-spots/:id/borders' },
  setWindows: { method: 'PUT', path: '/hot-spots/:id/windows' },

  listShifts: { method: 'GET', path: '/shifts' },
  createShift: { method: 'POST', path: '/shifts' },
  getShift: { method: 'GET', path: '/shifts/:id' },
  updateShift: { method: 'PUT', path: '/shifts/:id' },
  deleteShift: { method: 'DELETE', path: '/shifts/:id' },
  getCrew: { method: 'GET', path: '/shifts/:id/crew' },
  getHandover: { method: 'GET', path: '/shifts/:id/handover' },
  getMyShift: { method: 'GET', path: '/my/shift' },
  joinPatrol: { method: 'PUT', path: '/my/patrol' },
  getMyPlanning: { method: 'GET', path: '/my/planning' },
  replanMyPatrol: { method: 'PUT', path: '/my/plan' },
  syncOutbox: { method: 'POST', path: '/my/outbox' },

  getPlanning: { method: 'GET', path: '/shifts/:id/planning' },
  getWeekBefore: { method: 'GET', path: '/shifts/:id/week-before' },
  listPlans: { method: 'GET', path: '/shifts/:id/plans' },
  proposePlan: { method: 'POST', path: '/shifts/:id/proposal' },
  saveDraft: { method: 'PUT', path: '/shifts/:id/draft' },
  publishPlan: { method: 'POST', path: '/plans/:id/publication' },
  recordLoss: { method: 'PUT', path: '/planned-visits/:id/loss' },
  withdrawLoss: { method: 'DELETE', path: '/planned-visits/:id/loss' },

  getWeek: { method: 'GET', path: '/weeks/:date' },
  saveWeek: { method: 'PUT', path: '/weeks/:date/drafts' },
  publishWeek: { method: 'POST', path: '/weeks/:date/publication' },

  listVisits: { method: 'GET', path: '/visits' },
  createVisit: { method: 'POST', path: '/visits' },
  changeVisit: { method: 'POST', path: '/visits/:id/versions' },
  getVisitHistory: { method: 'GET', path: '/visits/:id/versions' },

  previewTrack: { method: 'POST', path: '/tracks/preview' },
  acceptTrackVisits: { method: 'POST', path: '/tracks/visits' },

  getCoverage: { method: 'GET', path: '/coverage' },
  getCoverageRows: { method: 'GET', path: '/coverage/rows' },
  getCoverageOnTodaysBorders: { method: 'GET', path: '/coverage/todays-borders' },
  getCoverageStrips: { method: 'GET', path: '/coverage/strips' },
  exportCoverageCsv: { method: 'GET', path: '/coverage.csv' },
  exportCoverageXlsx: { method: 'GET', path: '/coverage.xlsx' },
  exportCoverageGeoJson: { method: 'GET', path: '/coverage.geojson' },
  exportVisitsCsv: { method: 'GET', path: '/visits.csv' },
  exportVisitsXlsx: { method: 'GET', path: '/visits.xlsx' },
  exportWindowsIcs: { method: 'GET', path: '/hot-spots/:id/windows.ics' },

  previewIncidents: { method: 'POST', path: '/incidents/preview' },
  importIncidents: { method: 'POST', path: '/incidents/imports' },
  listIncidentImports: { method: 'GET', path: '/incidents/imports' },
  withdrawIncidentImport: { method: 'DELETE', path: '/incidents/imports/:id' },
  getHarmTable: { method: 'GET', path: '/harm-table' },
  setHarmTable: { method: 'PUT', path: '/harm-table' },
  getIncidentDensity: { method: 'GET', path: '/incidents/density' },
  getScoreCard: { method: 'GET', path: '/incidents/score-card' },
  exportScoreCardCsv: { method: 'GET', path: '/incidents/score-card.csv' },
  getHotHours: { method: 'GET', path: '/hot-spots/:id/hot-hours' },
  getEffect: { method: 'GET', path: '/incidents/effect' },

  getLedger: { method: 'GET', path: '/promises' },
  createPromise: { method: 'POST', path: '/promises' },
  exportLedgerCsv: { method: 'GET', path: '/promises.csv' },
  getPromise: { method: 'GET', path: '/promises/:id' },
  changePromise: { method: 'POST', path: '/promises/:id/versions' },
  addPromiseFigure: { method: 'POST', path: '/promises/:id/figures' },
  strikePromiseFigure: { method: 'PUT', path: '/promise-figures/:id/strike' },
  restorePromiseFigure: { method: 'DELETE', path: '/promise-figures/:id/strike' },
  listActivities: { method: 'GET', path: '/activities' },
  createActivity: { method: 'POST', path: '/activities' },
  changeActivity: { method: 'POST', path: '/activities/:id/versions' },
  exportActivitiesCsv: { method: 'GET', path: '/activities.csv' },
  listSurveyFigures: { method: 'GET', path: '/survey-figures' },
  addSurveyFigure: { method: 'POST', path: '/survey-figures' },
  strikeSurveyFigure: { method: 'PUT', path: '/survey-figures/:id/strike' },
  restoreSurveyFigure: { method: 'DELETE', path: '/survey-figures/:id/strike' },
  listFocus: { method: 'GET', path: '/weekly-focus' },
  setFocus: { method: 'POST', path: '/weekly-focus' },
  endFocus: { method: 'PUT', path: '/weekly-focus/:id/end' },
  resumeFocus: { method: 'DELETE', path: '/weekly-focus/:id/end' },

  getGpsRules: { method: 'GET', path: '/gps-rules' },
  setGpsRules: { method: 'PUT', path: '/gps-rules' },
  getMyGps: { method: 'GET', path: '/my/gps' },
  setMyConsent: { method: 'PUT', path: '/my/gps/consent' },
  addMyPositions: { method: 'POST', path: '/my/positions' },
  getMyPositions: { method: 'GET', path: '/my/positions' },
  deleteMyPositions: { method: 'DELETE', path: '/my/positions' },
  linkTracker: { method: 'POST', path: '/my/trackers' },
  unlinkTracker: { method: 'DELETE', path: '/my/trackers/:id' },

  listWalks: { method: 'GET', path: '/walks' },
  createWalk: { method: 'POST', path: '/walks' },
  getWalk: { method: 'GET', path: '/walks/:id' },
  updateWalk: { method: 'PUT', path: '/walks/:id' },
  addWalkPoint: { method: 'POST', path: '/walks/:id/points' },
  updateWalkPoint: { method: 'PUT', path: '/walk-points/:id' },
  answerWalkPoint: { method: 'POST', path: '/walk-points/:id/answers' },
  makeWalkPointWindow: { method: 'POST', path: '/walk-points/:id/windows' },
  addWalkPhoto: { method: 'PUT', path: '/walk-points/:id/photos/:photoId' },
  getWalkPhoto: { method: 'GET', path: '/walk-photos/:id' },
  deleteWalkPhoto: { method: 'DELETE', path: '/walk-photos/:id' },
  exportWalksCalendar: { method: 'GET', path: '/walks.ics' },
  exportWalkPointsCsv: { method: 'GET', path: '/walk-points.csv' },
  listTertialPages: { method: 'GET', path: '/tertial-pages' },
  createTertialPage: { method: 'POST', path: '/tertial-pages' },
  getTertialPage: { method: 'GET', path: '/tertial-pages/:id' },
  getTertialPageHtml: { method: 'GET', path: '/tertial-pages/:id/page' },
  writeTertialTexts: { method: 'PUT', path: '/tertial-pages/:id/texts' },
  recountTertialPage: { method: 'POST', path: '/tertial-pages/:id/count' },
  signTertialPage: { method: 'POST', path: '/tertial-pages/:id/signature' },
  publishTertialPage: { method: 'POST', path: '/tertial-pages/:id/publication' },
  discardTertialPage: { method: 'DELETE', path: '/tertial-pages/:id' },

  listAudit: { method: 'GET', path: '/audit' },
  getOpenApi: { method: 'GET', path: '/openapi.json' },
} as const satisfies Record<string, RoutePath>;

export type RouteName = keyof typeof paths;

export const ROUTE_NAMES = Object.keys(paths) as RouteName[];

/** Where tracker apps send, outside the API: what they speak is theirs, and a device's token stands for a session. */
export const trackerPaths = {
  osmAnd: '/trackers/osmand',
  ownTracks: '/trackers/owntracks',
} as const;

export type TrackerName = keyof typeof trackerPaths;

/** Limits that both sides of the wire know. */
export const LIMITS = {
  whyHere: 280,
  note: 140,
  name: 80,
  sentence: 400,
  page: 200,
  bodyBytes: 1_000_000,
  /** A shift of ten hours with a point a second is 5 MB of GPX. */
  trackBytes: 20_000_000,
  acceptedVisits: 500,
  outboxItems: 100,
  verticesPerHotSpot: 2_000,
  positionsPerBatch: 500,
  positionHours: 25,
  trackersPerOfficer: 5,
  trackerBodyBytes: 100_000,
  windowsPerHotSpot: 40,
  answer: 500,
  routePositions: 500,
  pointsPerWalk: 200,
  photosPerPoint: 6,
  /** What a phone's camera makes of its best. */
  photoBytes: 15_000_000,
  pageIntro: 2_000,
  pageText: 1_000,
  pageCorrection: 280,
} as const;
