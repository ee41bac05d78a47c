/** Reads a track in XML: GPX or KML, as its root shows. */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { atLine, BadTrack } from './bad-track.ts';
import { GpxPoints } from './gpx-points.ts';
import { KmlPoints } from './kml-points.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import type { XmlPoints } from './xml-points.ts';

/** @throws BadTrack with the line at which the file is broken, or what it lacks */
export function readXmlTrack(text: string): TrackPoint[] {
  let points: XmlPoints | null = null;
  const lastLine = readXml(text, {
    begin: (element, parents) => {
      points ??= pointsOf(element);
      points.begin(element, parents);
    },
    text: (content, path) => points?.text(content, path),
    end: (name) => points?.end(name),
  });
  return (points as XmlPoints | null)?.finish(lastLine) ?? [];
}

function pointsOf(root: XmlElement): XmlPoints {
  if (root.name === 'gpx') return new GpxPoints(root);
  if (root.name === 'kml') return new KmlPoints();
  throw new BadTrack(atLine(root.line), {
    sv: `den börjar med <${root.name}>, varken <gpx> eller <kml>`,
    en: `it begins with <${root.name}>, neither <gpx> nor <kml>`,
  });
}
