/**
 * The tracks of KML: gx:Track, alone or in a gx:MultiTrack (Google's extension of KML 2.2; KML 2.3 has it as Track), whose
 * `when`s and `coord`s belong together by their order, and points with a TimeStamp. A LineString has no times.
 *
 *   <gx:Track><when>t1</when><when>t2</when><gx:coord>lon lat alt</gx:coord><gx:coord>lon lat alt</gx:coord></gx:Track>
 */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { atLine, BadTrack } from './bad-track.ts';
import type { XmlElement } from './read-xml.ts';
import { instantOf, lonLatOf } from './track-fields.ts';
import type { XmlPoints } from './xml-points.ts';

interface Value {
  readonly line: number;
  text: string;
}

interface OpenTrack {
  readonly line: number;
  readonly whens: Value[];
  readonly coords: Value[];
}

const newTrack = (line: number): OpenTrack => ({ line, whens: [], coords: [] });

export class KmlPoints implements XmlPoints {
  readonly #points: TrackPoint[] = [];
  #track: OpenTrack | null = null;
  /** The placemark being read: its time stamp, and its position where it is a point. */
  #placemark: OpenTrack = newTrack(0);
  #value: Value | null = null;
  #untimedLine: number | null = null;

  begin({ name, line }: XmlElement, parents: readonly string[]): void {
    const parent = parents.at(-1);
    if (name === 'Track') this.#track = newTrack(line);
    else if (name === 'Placemark') this.#placemark = newTrack(line);
    else if (name === 'LineString') this.#untimedLine ??= line;
    else if (name === 'when' && parent === 'Track') this.#open(this.#track?.whens, line);
    else if (name === 'coord' && parent === 'Track') this.#open(this.#track?.coords, line);
    else if (name === 'when' && parent === 'TimeStamp') this.#open(this.#placemark.whens, line);
    else if (name === 'coordinates' && parent === 'Point') this.#open(this.#placemark.coords, line);
  }

  text(text: string): void {
    if (this.#value) this.#value.text += text;
  }

  end(name: string): void {
    this.#value = null;
    if (name === 'Track' && this.#track) {
      this.#keep(this.#track);
      this.#track = null;
    }
    const { whens, coords } = this.#placemark;
    if (name === 'Placemark' && whens.length > 0 && coords.length > 0) this.#keep(this.#placemark);
    if (name === 'Placemark') this.#placemark = newTrack(0);
  }

  finish(lastLine: number): TrackPoint[] {
    if (this.#points.length > 0) return this.#points;
    if (this.#untimedLine === null)
      throw new BadTrack(atLine(lastLine), {
        sv: 'den slutar utan något spår med tider (gx:Track)',
        en: 'it ends without a track with times (gx:Track)',
      });
    throw new BadTrack(atLine(this.#untimedLine), {
      sv: 'linjen (LineString) har inga tider: exportera spåret med tider (gx:Track)',
      en: 'the line (LineString) has no times: export the track with times (gx:Track)',
    });
  }

  #open(values: Value[] | undefined, line: number): void {
    this.#value = { line, text: '' };
    values?.push(this.#value);
  }

  #keep({ line, whens, coords }: OpenTrack): void {
    if (whens.length !== coords.length)
      throw new BadTrack(atLine(line), {
        sv: `spåret har ${whens.length} tider (when) men ${coords.length} positioner (coord)`,
        en: `the track has ${whens.length} times (when), but ${coords.length} positions (coord)`,
      });
    for (const [index, when] of whens.entries()) {
      const coord = coords[index];
      if (coord && coord.text !== '' && when.text !== '') this.#points.push(pointOf(when, coord));
    }
  }
}

/** A position that the receiver did not have is an empty element, by the standard; a point may end with its height. */
function pointOf(when: Value, coord: Value): TrackPoint {
  const [lon, lat] = coord.text.trim().split(/[\s,]+/);
  return {
    at: instantOf(when.text, atLine(when.line)),
    lonLat: lonLatOf(lon, lat, atLine(coord.line)),
    accuracyM: null,
  };
}
