/**
 * Who may call what: the one place that decides. Deny by default: a route that is not here does not compile,
 * a role that is not named is refused. No zod: the browser asks the same table what to show.
 *
 * Future plans go to planner and patrol alone (planned preventive activity is secret by OSL 18 kap. 1–2 §§);
 * the municipality sees sums; the auditor sees logs and nothing else.
 */
import type { Role } from '#core/model.ts';
import type { RouteName, TrackerName } from './paths.ts';

export type Access = 'anyone' | 'signed-in' | readonly Role[];

const planning: readonly Role[] = ['planner'];
const field: readonly Role[] = ['planner', 'patrol'];
const police: readonly Role[] = ['planner', 'patrol', 'chief', 'municipal-police'];
const places: readonly Role[] = ['planner', 'chief', 'municipal-police'];
const reporting: readonly Role[] = ['planner', 'chief', 'municipal-police'];
const aggregates: readonly Role[] = [...reporting, 'municipality'];
/** Incidents come in, and are weighed, by those who answer for what the hot spots are. */
const deciding: readonly Role[] = ['chief', 'municipal-police'];
const promising: readonly Role[] = ['chief', 'municipal-police'];
/** Who enters what is done beside the patrol; the municipality's own people for their own municipality alone. */
const contributing: readonly Role[] = ['planner', 'chief', 'municipal-police', 'municipality'];
const publishing: readonly Role[] = ['municipal-police', 'chief'];
const admin: readonly Role[] = ['admin'];
/** Safety walks are held by the municipality with the municipal police; points are everybody's who sees them mended. */
const walkHolders: readonly Role[] = ['municipality', 'municipal-police'];
const walkPoints: readonly Role[] = [...aggregates];

export const policy: Record<RouteName, Access> = {
  getSettings: 'anyone',
  getOpenApi: 'anyone',
  signIn: 'anyone',
  redeemSignInLink: 'anyone',
  getSession: 'signed-in',
  signOut: 'signed-in',
  changePassword: 'signed-in',

  getBaseMap: [...police, 'municipality', 'admin'],
  getWalkNetwork: police,

  listUsers: admin,
  createUser: admin,
  updateUser: admin,
  revokeSessions: admin,
  removeTrialAccounts: admin,

  listHotSpots: police,
  getHotSpot: police,
  listBorders: police,
  createHotSpot: places,
  checkGeometry: places,
  updateHotSpot: places,
  moveBorder: places,
  setWindows: places,

  listShifts: field,
  getShift: field,
  createShift: planning,
  updateShift: planning,
  deleteShift: planning,
  getCrew: planning,
  getHandover: field,
  getMyShift: field,
  joinPatrol: field,
  getMyPlanning: field,
  replanMyPatrol: field,
  syncOutbox: field,

  getPlanning: planning,
  getWeekBefore: planning,
  listPlans: planning,
  proposePlan: planning,
  saveDraft: planning,
  publishPlan: planning,
  recordLoss: field,
  withdrawLoss: field,

  getWeek: planning,
  saveWeek: planning,
  publishWeek: planning,

  listVisits: police,
  createVisit: field,
  changeVisit: field,
  getVisitHistory: [...field, 'chief'],

  previewTrack: field,
  acceptTrackVisits: field,

  getCoverage: aggregates,
  getCoverageRows: reporting,
  getCoverageOnTodaysBorders: reporting,
  getCoverageStrips: reporting,
  exportCoverageCsv: reporting,
  exportCoverageXlsx: reporting,
  exportCoverageGeoJson: reporting,
  exportVisitsCsv: reporting,
  exportVisitsXlsx: reporting,
  exportWindowsIcs: police,

  previewIncidents: deciding,
  importIncidents: deciding,
  withdrawIncidentImport: deciding,
  setHarmTable: deciding,
  listIncidentImports: reporting,
  getHarmTable: reporting,
  getIncidentDensity: reporting,
  getScoreCard: reporting,
  exportScoreCardCsv: reporting,
  getHotHours: reporting,
  getEffect: reporting,

  getLedger: aggregates,
  exportLedgerCsv: aggregates,
  getPromise: aggregates,
  createPromise: promising,
  changePromise: promising,
  addPromiseFigure: [...promising, 'municipality'],
  strikePromiseFigure: [...promising, 'municipality'],
  restorePromiseFigure: [...promising, 'municipality'],
  listActivities: aggregates,
  createActivity: contributing,
  changeActivity: contributing,
  exportActivitiesCsv: aggregates,
  listSurveyFigures: aggregates,
  addSurveyFigure: promising,
  strikeSurveyFigure: promising,
  restoreSurveyFigure: promising,
  listFocus: places,
  setFocus: places,
  endFocus: places,
  resumeFocus: places,

  getGpsRules: admin,
  setGpsRules: admin,
  getMyGps: field,
  setMyConsent: field,
  addMyPositions: field,
  getMyPositions: field,
  deleteMyPositions: field,
  linkTracker: field,
  unlinkTracker: field,

  listWalks: walkPoints,
  createWalk: walkHolders,
  getWalk: walkPoints,
  updateWalk: walkHolders,
  addWalkPoint: walkPoints,
  updateWalkPoint: walkPoints,
  answerWalkPoint: walkPoints,
  makeWalkPointWindow: places,
  addWalkPhoto: walkPoints,
  getWalkPhoto: walkPoints,
  deleteWalkPhoto: walkPoints,
  exportWalksCalendar: walkPoints,
  exportWalkPointsCsv: walkPoints,
  listTertialPages: [...publishing, 'municipality'],
  getTertialPage: [...publishing, 'municipality'],
  getTertialPageHtml: [...publishing, 'municipality'],
  createTertialPage: ['municipal-police'],
  writeTertialTexts: ['municipal-police'],
  recountTertialPage: ['municipal-police'],
  discardTertialPage: ['municipal-police'],
  signTertialPage: publishing,
  publishTertialPage: publishing,

  listAudit: ['auditor'],
};

/** Whose device may send where tracker apps do. The device's token says who that is; nothing can be read there. */
export const trackerPolicy: Record<TrackerName, readonly Role[]> = {
  osmAnd: field,
  ownTracks: field,
};

export const mayTrack = (tracker: TrackerName, role: Role): boolean =>
  trackerPolicy[tracker].includes(role);

/** Whether a role (null: nobody signed in) may call a route. */
export function mayCall(route: RouteName, role: Role | null): boolean {
  const access = policy[route];
  if (access === 'anyone') return true;
  if (role === null) return false;
  return access === 'signed-in' || access.includes(role);
}
