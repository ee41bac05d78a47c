/** Of `valid-calls.ts`: the routes for safety walks. */
import { v7 as uuid } from 'uuid';
import type { RouteName } from '#contract/paths.ts';
import type { Client } from './server.ts';
import type { ValidCall } from './valid-calls.ts';

/** @param window as `setWindows` takes it */
export async function validWalkCalls(
  clientFor: (name: RouteName) => Client,
  hotSpotId: string,
  window: object,
): Promise<ValidCall[]> {
  const walkId = uuid();
  const pointId = uuid();
  const walk = {
    title: 'Stationen och Sveaparken',
    state: 'planned',
    before: { startsAt: '2026-11-16T17:00:00Z', place: 'Biblioteket' },
    walk: { startsAt: '2026-12-01T18:00:00Z', place: 'Stationshuset' },
    after: { startsAt: '2026-12-15T17:00:00Z', place: 'Biblioteket' },
    eveningSaid: null,
    route: {
      type: 'LineString',
      coordinates: [
        [16.588, 59.057],
        [16.59, 59.0585],
      ],
    },
    participants: null,
    checksWalkId: null,
  };
  const point = {
    category: 'light',
    lonLat: [16.589, 59.058],
    text: 'Lampan vid gångtunneln lyser inte',
    owner: 'property-owner',
    ownerName: 'Bostadsbolaget',
    dueDate: '2026-12-31',
    status: 'will-not-be-done',
    statusReason: 'Tunneln byggs om',
  };
  const whole = { id: walkId, municipality: '0482', ...walk };
  await clientFor('createWalk').call('createWalk', { body: whole });
  const addPoint = { params: { id: walkId }, body: { id: pointId, ...point } };
  await clientFor('addWalkPoint').call('addWalkPoint', addPoint);
  const ofPoint = { params: { id: pointId } };
  return [
    { name: 'listWalks', query: { municipality: '0482' } },
    { name: 'createWalk', body: { ...whole, id: uuid() } },
    { name: 'getWalk', params: { id: walkId } },
    { name: 'updateWalk', params: { id: walkId }, body: walk, ifMatch: 1 },
    { ...addPoint, name: 'addWalkPoint', body: { id: uuid(), ...point } },
    { ...ofPoint, name: 'updateWalkPoint', body: point, ifMatch: 1 },
    {
      ...ofPoint,
      name: 'answerWalkPoint',
      body: { id: uuid(), answeredOn: '2026-11-20', text: 'Lagas vecka 50' },
    },
    {
      ...ofPoint,
      name: 'makeWalkPointWindow',
      body: { hotSpotId, window: { ...window, id: uuid() } },
    },
    { name: 'getWalkPhoto', params: { id: uuid() } },
    { name: 'deleteWalkPhoto', params: { id: uuid() } },
    { name: 'exportWalksCalendar', query: { municipality: '0482' } },
    { name: 'exportWalkPointsCsv', query: { municipality: '0482' } },
  ];
}
