/** The screens in the order of the menu, with the route that decides who may see them. */
import type { RouteName } from '#contract/paths.ts';
import type { Role } from '#core/model.ts';

export interface Screen {
  readonly path: string;
  readonly name:
    | 'plan'
    | 'hotSpots'
    | 'myShift'
    | 'coverage'
    | 'definitions'
    | 'incidents'
    | 'scoreCard'
    | 'effect'
    | 'promises'
    | 'walks'
    | 'activities'
    | 'surveys'
    | 'focus'
    | 'tertial'
    | 'tracks'
    | 'accounts'
    | 'gps'
    | 'log';
  readonly needs: RouteName;
}

export const SCREENS: readonly Screen[] = [
  { path: '/planera', name: 'plan', needs: 'getPlanning' },
  { path: '/mitt-pass', name: 'myShift', needs: 'getMyShift' },
  { path: '/hot-spots', name: 'hotSpots', needs: 'listHotSpots' },
  { path: '/tackning', name: 'coverage', needs: 'getCoverage' },
  { path: '/loften', name: 'promises', needs: 'getLedger' },
  { path: '/spar', name: 'tracks', needs: 'previewTrack' },
  { path: '/konton', name: 'accounts', needs: 'listUsers' },
  { path: '/gps', name: 'gps', needs: 'getGpsRules' },
  { path: '/logg', name: 'log', needs: 'listAudit' },
];

/** The pages of a section, in the order in which they are read. */
export const SECTIONS = {
  coverage: [
    { path: '/tackning', name: 'coverage', needs: 'getCoverage' },
    { path: '/tackning/effekt', name: 'effect', needs: 'getEffect' },
    { path: '/tackning/traffsakerhet', name: 'scoreCard', needs: 'getScoreCard' },
    { path: '/tackning/handelser', name: 'incidents', needs: 'listIncidentImports' },
    { path: '/tackning/definitioner', name: 'definitions', needs: 'getCoverage' },
  ],
  promises: [
    { path: '/loften', name: 'promises', needs: 'getLedger' },
    { path: '/loften/vandringar', name: 'walks', needs: 'listWalks' },
    { path: '/loften/aktiviteter', name: 'activities', needs: 'listActivities' },
    { path: '/loften/undersokningar', name: 'surveys', needs: 'listSurveyFigures' },
    { path: '/loften/tertial', name: 'tertial', needs: 'listTertialPages' },
    { path: '/planera/inriktning', name: 'focus', needs: 'listFocus' },
  ],
} as const satisfies Record<string, readonly Screen[]>;

export type SectionName = keyof typeof SECTIONS;

const HOMES: Readonly<Record<Role, string>> = {
  planner: '/planera',
  patrol: '/mitt-pass',
  chief: '/tackning',
  'municipal-police': '/tackning',
  municipality: '/tackning',
  admin: '/konton',
  auditor: '/logg',
};

export const homeOf = (role: Role | null): string => (role ? HOMES[role] : '/');
