/** Hot spots by state and each patrol's way through the night. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { HotSpotGeometry, LonLat } from '#core/model.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import { walkingRoute } from '#core/walking/walking-route.ts';
import { call } from '../api.ts';
import { type HotSpotsLayer, hotSpotsLayer, type MapHotSpot } from '../map/hot-spots-layer.ts';
import { MapView } from '../map/map-view.tsx';
import { type MapRoute, type RoutesLayer, routesLayer } from '../map/routes-layer.ts';
import { Legend } from '../map/state-mark.tsx';
import { longHours } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import {
  now,
  type Place,
  placeById,
  places,
  select,
  selectedPlace,
  selectedVisit,
  shift,
  visits,
} from './state.ts';

const HOUR_MS = 3_600_000;

function toMap({ id, geometry, properties }: Place): MapHotSpot {
  const words = shellText.value.map;
  const { code, name, state, labelPoint, lastDoseAt } = properties;
  const figure =
    lastDoseAt === null ? '–' : longHours((now.value - Date.parse(lastDoseAt)) / HOUR_MS);
  const spoken = `${code} ${name}, ${words.state[state]}, ${lastDoseAt === null ? words.never : figure}`;
  return { id, code, name, state, figure, spoken, geometry, labelPoint };
}

const placeOf = (id: string) => ({
  geometry: placeById(id)?.geometry as unknown as HotSpotGeometry,
});

/** From the base through the stops in order and back. */
function routesOf(network: WalkNetwork | null): MapRoute[] {
  return (shift.value?.patrols ?? []).map(({ id, callSign, base }) => {
    const home = { lonLat: base.lonLat };
    const stops = visits.value.filter(
      ({ patrolId, hotSpotId }) => patrolId === id && placeById(hotSpotId),
    );
    const halts = [home, ...stops.map(({ hotSpotId }) => placeOf(hotSpotId)), home];
    const points = halts
      .slice(1)
      .flatMap((to, index): LonLat[] => walkingRoute(network, halts[index] ?? home, to));
    return { id, label: callSign, points: stops.length > 0 ? points : [] };
  });
}

export function PlanMap() {
  const spots = useRef<HotSpotsLayer | null>(null);
  const routes = useRef<RoutesLayer | null>(null);
  const network = useSignal<WalkNetwork | null>(null);
  useEffect(() => {
    call('getWalkNetwork', {})
      .then((document) => {
        network.value = document as unknown as WalkNetwork;
        return document;
      })
      .catch(() => null);
  }, []);
  useSignalEffect(() => {
    const chosen = selectedVisit.value?.hotSpotId ?? selectedPlace.value;
    spots.current?.update(places.value.map(toMap), chosen);
    routes.current?.update(routesOf(network.value), selectedVisit.value?.patrolId ?? null);
  });
  return (
    <MapView
      onReady={(map) => {
        spots.current = hotSpotsLayer(map, (id) => {
          select({ place: id });
        });
        routes.current = routesLayer(map);
        spots.current.update(places.value.map(toMap), null);
        routes.current.update(routesOf(network.value), null);
        spots.current.fit();
        return () => {
          spots.current?.remove();
          routes.current?.remove();
        };
      }}
    >
      <Legend />
    </MapView>
  );
}
