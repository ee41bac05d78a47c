/** Hot spots by state and each patrol's way through the night. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type L from 'leaflet';
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
import type { Place } from './replies.ts';
import {
  now,
  placeById,
  places,
  selectedPlace,
  selectedVisit,
  selection,
  shift,
  visits,
} from './state.ts';

const HOUR_MS = 3_600_000;
/** Its width with the margins. */
const CARD_PX = 400;

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

/** The card lies over the map's right side, and must not hide what it is about. */
function showBesideCard(map: L.Map | null, id: string | null): void {
  const point = id && placeById(id)?.properties.labelPoint;
  if (!map || !point || map.getSize().x < CARD_PX * 2) return;
  map.panInside([point[1], point[0]], {
    paddingTopLeft: [60, 60],
    paddingBottomRight: [CARD_PX, 60],
    animate: false,
  });
}

export function PlanMap() {
  const spots = useRef<HotSpotsLayer | null>(null);
  const routes = useRef<RoutesLayer | null>(null);
  const map = useRef<L.Map | null>(null);
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
    showBesideCard(map.current, chosen);
    routes.current?.update(routesOf(network.value), selectedVisit.value?.patrolId ?? null);
  });
  return (
    <MapView
      onReady={(made) => {
        map.current = made;
        spots.current = hotSpotsLayer(made, (id) => {
          selection.value = { kind: 'place', id };
        });
        routes.current = routesLayer(made);
        spots.current.update(places.value.map(toMap), null);
        routes.current.update(routesOf(network.value), null);
        spots.current.fit();
        return () => {
          spots.current?.remove();
          routes.current?.remove();
          map.current = null;
        };
      }}
    >
      <Legend />
    </MapView>
  );
}
