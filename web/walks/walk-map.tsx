/** The walk on the map: the route, the points with their numbers, and where the next point is put. The table is its twin. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { LineString } from 'geojson';
import L from 'leaflet';
import { useEffect, useRef } from 'preact/hooks';
import type { LonLat } from '#core/model.ts';
import { MapView } from '../map/map-view.tsx';
import { walksText } from '../text/walks.ts';
import { saveRoute, unsavedRoute } from './save-route.ts';
import { formPlace, isDrawing, openPoint, type Point, pointForm, type Report } from './state.ts';

/** On a phone the map is far from the form: here is one beside it, to press where the point is. */
export function PlaceMap({ shown }: { shown: Report }) {
  return (
    <div class="place-map">
      <WalkCanvas shown={shown} drawNow={false} />
    </div>
  );
}

export function WalkMap({ shown }: { shown: Report }) {
  const isToolReady = useSignal(false);
  const drawNow = isDrawing.value && isToolReady.value;
  useEffect(() => {
    if (!isDrawing.value || isToolReady.value) return;
    // Geoman hooks itself into maps that are made after it: so the map is made anew once it is there.
    void import('../hot-spots/drawing-tool.ts').then(() => {
      isToolReady.value = true;
      return null;
    });
  }, [isDrawing.value]);
  return (
    <div class={pointForm.value === null ? 'walk-map' : 'walk-map placing'}>
      <WalkCanvas key={String(drawNow)} shown={shown} drawNow={drawNow} />
    </div>
  );
}

interface WalkCanvasProps {
  readonly shown: Report;
  readonly drawNow: boolean;
}

function WalkCanvas({ shown, drawNow }: WalkCanvasProps) {
  const map = useRef<L.Map | null>(null);
  const layer = useRef<L.FeatureGroup | null>(null);
  const draw = () => {
    if (layer.current) drawWalk(layer.current, shown);
  };
  useEffect(draw, [shown]);
  useSignalEffect(draw);
  useSignalEffect(() => {
    const point = shown.points.find(({ id }) => id === openPoint.value);
    if (point?.lonLat) map.current?.panTo(latLng(point.lonLat));
  });
  return (
    <MapView
      label={walksText.value.map.label}
      onReady={(made) => {
        map.current = made;
        layer.current = L.featureGroup().addTo(made);
        draw();
        fit(made, layer.current);
        made.on('click', ({ latlng }) => {
          if (pointForm.value !== null) formPlace.value = [latlng.lng, latlng.lat];
        });
        if (drawNow) startDrawing(made);
      }}
    />
  );
}

const latLng = ([lon, lat]: LonLat) => L.latLng(lat, lon);

function fit(map: L.Map, group: L.FeatureGroup): void {
  const bounds = group.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 17, animate: false });
}

function startDrawing(map: L.Map): void {
  map.pm.enableDraw('Line', { snappable: false, tooltips: false });
  map.on('pm:create', ({ layer }) => {
    const { geometry } = (layer as L.Polyline).toGeoJSON() as { geometry: LineString };
    layer.remove();
    isDrawing.value = false;
    void saveRoute(geometry.coordinates.map(([lon = 0, lat = 0]) => [lon, lat] as const));
  });
}

function drawWalk(group: L.FeatureGroup, { walk, points }: Report): void {
  group.clearLayers();
  const route = unsavedRoute.value ?? walk.route?.coordinates ?? [];
  if (route.length > 1) {
    const line = route.map(latLng);
    group.addLayer(L.polyline(line, { className: 'walk-casing', interactive: false }));
    group.addLayer(L.polyline(line, { className: 'walk-route', interactive: false }));
  }
  for (const point of points) {
    const isMoved = pointForm.value === point.id;
    if (point.lonLat && !isMoved) group.addLayer(markerOf(point, point.lonLat));
  }
  if (formPlace.value) {
    const icon = L.divIcon({ className: 'walk-place', iconSize: [22, 22] });
    const marker = L.marker(latLng(formPlace.value), { icon, interactive: false, keyboard: false });
    group.addLayer(marker);
  }
}

function markerOf(point: Point, lonLat: LonLat): L.Marker {
  const words = walksText.value;
  const label = words.map.point(
    point.number,
    words.categories[point.category],
    words.statuses[point.status],
  );
  const isOpen = openPoint.value === point.id;
  const icon = L.divIcon({
    className: `walk-point ${point.status}${isOpen ? ' chosen' : ''}`,
    html: `<span>${point.number}</span>`,
    iconSize: [30, 30],
  });
  const marker = L.marker(latLng(lonLat), { icon, title: label, alt: label });
  marker.on('click', () => {
    openPoint.value = isOpen ? null : point.id;
  });
  return marker;
}
