/** What is asked of an Overpass server for a town's map (Overpass QL, https://wiki.openstreetmap.org/wiki/Overpass_API). */
import type { Bounds } from '#core/geo/measure.ts';
import type { LonLat, Metres } from '#core/model.ts';

/** Mean radius of the Earth (IUGG) times π/180. */
const METRES_PER_DEGREE = 111_195;
const SERVER_SECONDS = 180;

/** The box that reaches so far from the centre to each side. */
export function boxRound([lon, lat]: LonLat, reachM: Metres): Bounds {
  const up = reachM / METRES_PER_DEGREE;
  const aside = up / Math.cos((lat * Math.PI) / 180);
  return { west: lon - aside, south: lat - up, east: lon + aside, north: lat + up };
}

/** All ways to walk or draw in the box, whole, with the nodes that they run through. */
export function overpassQuery({ west, south, east, north }: Bounds): string {
  const box = [south, west, north, east].map((degrees) => degrees.toFixed(5)).join(',');
  return `[out:json][timeout:${SERVER_SECONDS}][bbox:${box}];
(
  way["highway"];
  way["railway"];
  way["public_transport"="platform"];
  way["waterway"];
  way["natural"];
  way["landuse"];
  way["leisure"];
  way["building"];
  way["place"="square"];
  relation["type"="multipolygon"]["natural"];
  relation["type"="multipolygon"]["landuse"];
  relation["type"="multipolygon"]["leisure"];
  relation["type"="multipolygon"]["building"];
  relation["type"="multipolygon"]["highway"="pedestrian"];
  relation["type"="multipolygon"]["waterway"];
  node["place"];
  node["railway"="station"];
);
(._;>;);
out body qt;
`;
}
