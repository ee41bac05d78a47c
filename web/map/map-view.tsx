/** Leaflet behind one thin component: our own base map, the layers that a screen hands in, and nothing from elsewhere. */
import 'leaflet/dist/leaflet.css';
import './map.css';
import { signal, useSignalEffect } from '@preact/signals';
import L from 'leaflet';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { settings } from '../state/settings.ts';
import { shellText } from '../text/shell.ts';
import { addBaseMap, type BaseMap, loadBaseMap } from './base-map.ts';

/** Fetched once for all maps of the page. */
const baseMap = signal<BaseMap | null>(null);

interface MapViewProps {
  /** Called once with the map; what it returns is called when the map goes. */
  readonly onReady?: (map: L.Map) => (() => void) | void;
  /** Shown instead of the area's middle. */
  readonly center?: readonly [lon: number, lat: number];
  readonly zoom?: number;
  readonly label?: string;
  /** Lies over the map: legend, cards. */
  readonly children?: ComponentChildren;
}

const FIRST_ZOOM = 15;

export function MapView({ onReady, center, zoom = FIRST_ZOOM, label, children }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map | null>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const made = makeMap(box.current, center, zoom);
    map.current = made;
    const leave = onReady?.(made);
    const resized = new ResizeObserver(() => made.invalidateSize({ animate: false }));
    resized.observe(box.current);
    void loadBaseMap(baseMap);
    const thaw = keepSizeOnPaper(box.current);
    return () => {
      thaw();
      resized.disconnect();
      leave?.();
      made.remove();
      map.current = null;
    };
  }, []);
  useSignalEffect(() => {
    if (baseMap.value && map.current) addBaseMap(map.current, baseMap.value, shellText.value.map);
  });
  return (
    <div class="map-view">
      <div
        ref={box}
        class="map-canvas"
        role="application"
        aria-label={label ?? shellText.value.map.label}
      />
      {children}
    </div>
  );
}

/** Paper has another width than the screen, and a map drawn for one is cut off on the other. */
function keepSizeOnPaper(canvas: HTMLElement): () => void {
  const view = canvas.parentElement ?? canvas;
  const freeze = () => {
    const { width, height } = view.getBoundingClientRect();
    Object.assign(view.style, { width: `${width}px`, height: `${height}px` });
  };
  const thaw = () => Object.assign(view.style, { width: '', height: '' });
  window.addEventListener('beforeprint', freeze);
  window.addEventListener('afterprint', thaw);
  return () => {
    window.removeEventListener('beforeprint', freeze);
    window.removeEventListener('afterprint', thaw);
  };
}

function makeMap(box: HTMLElement, center: MapViewProps['center'], zoom: number): L.Map {
  const [lon, lat] = center ?? settings.value?.area.center ?? [16.588, 59.0575];
  const words = shellText.value.map;
  const made = L.map(box, {
    center: [lon, lat],
    zoom,
    minZoom: 11,
    maxZoom: 19,
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    fadeAnimation: false,
    markerZoomAnimation: false,
  });
  L.control
    .zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut })
    .addTo(made);
  const tiles = settings.value?.tilesUrl;
  if (tiles) L.tileLayer(tiles, { maxZoom: 19 }).addTo(made);
  return made;
}
