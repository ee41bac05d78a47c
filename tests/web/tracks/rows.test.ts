import { expect, test } from 'vitest';
import { type Logged, likelyPatrol, rowsOf, type ShownTrack } from '../../../web/tracks/rows.ts';

const at = (minute: number) => `2026-11-27T21:${String(minute).padStart(2, '0')}:00.000Z`;

const logged = (
  id: string,
  from: number,
  to: number | null,
  more: Partial<Logged> = {},
): Logged => ({
  id,
  versionNumber: 1,
  hotSpotId: 'R1',
  hotSpotVersionId: 'v',
  patrolId: 'A',
  slotId: null,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  officers: 2,
  source: 'manual',
  late: false,
  outcome: { contacts: 0, actions: 0, observations: 0, interventions: 0 },
  note: '',
  voided: false,
  ...more,
});

const track = (log: readonly Logged[], more: Partial<ShownTrack> = {}): ShownTrack => ({
  key: 't',
  fileId: 'f',
  fileName: 'natt.gpx',
  unit: null,
  points: 9,
  from: at(0),
  to: at(59),
  line: [],
  visits: [
    {
      hotSpotId: 'R1',
      startedAt: at(10),
      endedAt: at(25),
      openStart: false,
      openEnd: false,
      logged: log.filter(({ startedAt }) => startedAt < at(20)).map(({ id }) => id),
      struck: false,
      planned: [
        { slotId: 's', patrolId: 'A', startsAt: at(5), endsAt: at(20) },
        { slotId: 'z', patrolId: 'B', startsAt: at(8), endsAt: at(23) },
      ],
    },
  ],
  logged: log,
  patrols: [],
  patrolId: 'A',
  ...more,
});

const kinds = (shown: ShownTrack) => rowsOf(shown).map(({ kind }) => kind);

test.each([
  ['is not in the log', [], 'new'],
  ['was logged by hand', [logged('1', 12, 24)], 'confirm'],
  ['ended by an estimate', [logged('1', 12, 24, { source: 'estimated' })], 'confirm'],
  ['has GPS behind it already', [logged('1', 12, 24, { source: 'gps' })], 'known'],
  ['goes on in the log', [logged('1', 12, null)], 'open'],
] as const)('a visit that %s', (_what, log, kind) => {
  expect(kinds(track(log))).toEqual([kind]);
});

test('what another patrol logged is no match, and its plan is not this one’s', () => {
  const [row] = rowsOf(track([logged('1', 12, 24, { patrolId: 'B' })]));
  expect(row).toMatchObject({ kind: 'new', logged: null, planned: { slotId: 's' } });
});

test('what only the log has stands in its place among the rest', () => {
  expect(kinds(track([logged('1', 30, 45)]))).toEqual(['new', 'logOnly']);
  expect(kinds(track([logged('1', 30, 45)], { patrolId: null }))).toEqual(['new']);
  expect(kinds(track([logged('1', 30, 45)], { to: at(28) }))).toEqual(['new']);
});

const patrols = [
  { id: 'A', callSign: '31-1410', officers: 2, startsAt: at(0), endsAt: at(59) },
  { id: 'B', callSign: '31-1420', officers: 2, startsAt: at(0), endsAt: at(59) },
];

test('the patrol is the one that the file names, else the only one on duty, else not guessed', () => {
  expect(likelyPatrol('31-1420', patrols)).toBe('B');
  expect(likelyPatrol(null, patrols.slice(0, 1))).toBe('A');
  expect(likelyPatrol(null, patrols)).toBeNull();
});
