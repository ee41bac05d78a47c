/** What is wrong with a border and how to mend it, in Swedish and English. No zod: the browser imports this file. */
import type { GeometryProblemCode, GeometryWarningCode } from '#core/geo/finding.ts';

type Values = Readonly<Record<string, string | number>>;

interface Words {
  readonly sv: (values: Values) => string;
  readonly en: (values: Values) => string;
}

const at = (v: Values): string => `${v.lon}, ${v.lat}`;

/** What `core/geo/read-geometry.ts` wanted at a place. */
const WANTED: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  geometry: { sv: 'en geometri', en: 'a geometry' },
  type: { sv: 'Polygon eller MultiPolygon', en: 'Polygon or MultiPolygon' },
  list: { sv: 'en lista', en: 'a list' },
  position: { sv: 'en punkt [longitud, latitud]', en: 'a position [longitude, latitude]' },
  number: { sv: 'ett tal', en: 'a number' },
  bbox: { sv: 'fyra eller sex tal, eller ingenting', en: 'four or six numbers, or nothing' },
};

export const GEOMETRY_PROBLEM_TEXTS: Readonly<Record<GeometryProblemCode, Words>> = {
  malformed: {
    sv: (v) => `Här ska stå ${WANTED[String(v.wanted)]?.sv}, som i GeoJSON (RFC 7946).`,
    en: (v) => `There should be ${WANTED[String(v.wanted)]?.en} here, as in GeoJSON (RFC 7946).`,
  },
  'forbidden-member': {
    sv: (v) => `En geometri får inte ha "${v.member}" (RFC 7946, 7.1): skicka geometrin ensam.`,
    en: (v) => `A geometry must not have "${v.member}" (RFC 7946, 7.1): send the geometry alone.`,
  },
  'not-an-area': {
    sv: (v) =>
      `En hot spot är en yta: ${v.type} går inte att använda, rita en Polygon eller MultiPolygon.`,
    en: (v) => `A hot spot is an area: ${v.type} cannot be used, give a Polygon or MultiPolygon.`,
  },
  empty: {
    sv: () => 'Ytan har inga hörn: rita den.',
    en: () => 'The area has no vertices: draw it.',
  },
  'too-many-vertices': {
    sv: (v) => `Gränsen har ${v.vertices} hörn, högst ${v.limit} går an: förenkla den.`,
    en: (v) => `The border has ${v.vertices} vertices, at most ${v.limit} will do: simplify it.`,
  },
  'not-finite': {
    sv: () => 'En koordinat är inget tal.',
    en: () => 'A coordinate is not a number.',
  },
  'metres-not-degrees': {
    sv: (v) =>
      `${v.north}, ${v.east} ser ut som meter i SWEREF 99 TM: räkna om till grader, eller använd importen för SWEREF.`,
    en: (v) =>
      `${v.north}, ${v.east} looks like metres in SWEREF 99 TM: convert to degrees, or use the SWEREF import.`,
  },
  'out-of-range': {
    sv: (v) => `${at(v)} ligger utanför jorden: longitud −180–180, latitud −90–90.`,
    en: (v) => `${at(v)} is off the globe: longitude −180–180, latitude −90–90.`,
  },
  swapped: {
    sv: (v) => `Latitud och longitud har bytt plats: skriv [${v.lon}, ${v.lat}], longitud först.`,
    en: (v) => `Latitude and longitude are swapped: write [${v.lon}, ${v.lat}], longitude first.`,
  },
  'too-far': {
    sv: (v) =>
      `Platsen ligger ${v.km} km från områdets mitt, högst ${v.limit} km går an: kontrollera koordinaterna.`,
    en: (v) =>
      `The place is ${v.km} km from the area's centre, at most ${v.limit} km will do: check the coordinates.`,
  },
  'ring-not-closed': {
    sv: (v) => `Ring ${v.ring} är inte sluten: upprepa första punkten sist.`,
    en: (v) => `Ring ${v.ring} is not closed: repeat its first position at the end.`,
  },
  'too-few-positions': {
    sv: (v) => `Ring ${v.ring} har ${v.positions} punkter: en ring behöver minst ${v.wanted}.`,
    en: (v) => `Ring ${v.ring} has ${v.positions} positions: a ring needs at least ${v.wanted}.`,
  },
  'zero-area': {
    sv: (v) => `Ring ${v.ring} omsluter ingen yta: flytta isär punkterna.`,
    en: (v) => `Ring ${v.ring} encloses no area: move its points apart.`,
  },
  'self-intersection': {
    sv: (v) => `Gränsen korsar eller rör sig själv vid ${at(v)}: dra isär hörnen där.`,
    en: (v) => `The border crosses or touches itself at ${at(v)}: pull the vertices apart there.`,
  },
  'hole-outside': {
    sv: (v) => `Hålet (ring ${v.ring}) ligger utanför ytan vid ${at(v)}: flytta in det.`,
    en: (v) => `The hole (ring ${v.ring}) lies outside its area at ${at(v)}: move it inside.`,
  },
  'hole-crosses-shell': {
    sv: (v) =>
      `Hålet (ring ${v.ring}) korsar eller följer ytterkanten vid ${at(v)}: flytta in det.`,
    en: (v) =>
      `The hole (ring ${v.ring}) crosses or follows the outer edge at ${at(v)}: move it inside.`,
  },
  'holes-overlap': {
    sv: (v) =>
      `Två hål överlappar eller delar kant vid ${at(v)}: slå ihop dem eller flytta isär dem.`,
    en: (v) => `Two holes overlap or share a side at ${at(v)}: join them or move them apart.`,
  },
  'polygons-overlap': {
    sv: (v) =>
      `Två delar överlappar eller delar kant vid ${at(v)}: slå ihop dem eller flytta isär dem.`,
    en: (v) => `Two parts overlap or share a side at ${at(v)}: join them or move them apart.`,
  },
  'interior-disconnected': {
    sv: (v) => `Ytan delas i två vid ${at(v)}: rita den som två delar.`,
    en: (v) => `The area is cut in two at ${at(v)}: draw it as two parts.`,
  },
};

const hectares = (value: string | number | undefined, separator: string): string =>
  Number(value).toFixed(2).replace('.', separator);

export const GEOMETRY_WARNING_TEXTS: Readonly<Record<GeometryWarningCode, Words>> = {
  small: {
    sv: (v) => `Ytan är ${hectares(v.areaHa, ',')} ha: under 0,2 ha är svårt att gå rond i.`,
    en: (v) => `The area is ${hectares(v.areaHa, '.')} ha: under 0.2 ha is hard to patrol.`,
  },
  large: {
    sv: (v) =>
      `Ytan är ${hectares(v.areaHa, ',')} ha: över 10 ha hinner ett besök inte synas i hela.`,
    en: (v) =>
      `The area is ${hectares(v.areaHa, '.')} ha: over 10 ha a visit is not seen in all of it.`,
  },
  overlaps: {
    sv: (v) => `Ytan överlappar ${v.code} till ${v.percent} %.`,
    en: (v) => `The area overlaps ${v.code} by ${v.percent} %.`,
  },
  'winding-mended': {
    sv: () => 'Ringarnas riktning har rättats enligt RFC 7946.',
    en: () => 'The winding of the rings was mended as RFC 7946 wants.',
  },
  'elevation-dropped': {
    sv: () => 'Höjdvärden har utelämnats.',
    en: () => 'Elevations were left out.',
  },
};
