/** The border without a mouse: its vertices as rows of coordinates, in degrees or in SWEREF 99 TM's metres. */
import { useSignal } from '@preact/signals';
import type { Position } from 'geojson';
import { useEffect, useRef } from 'preact/hooks';
import type { SwerefPoint } from '#core/geo/sweref.ts';
import type { LonLat } from '#core/model.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { draft, setDraft } from './state.ts';

interface Conversion {
  readonly toSweref: (at: LonLat) => SwerefPoint;
  readonly fromSweref: (point: SwerefPoint) => LonLat;
}

type Row = readonly [first: string, second: string];

export function CoordinateTable() {
  const words = hotSpotsText.value.border;
  const isMetric = useSignal(false);
  const rows = useSignal<readonly Row[]>([]);
  const conversion = useRef<Conversion | null>(null);
  const own = useRef<unknown>(null);
  const toRow = ([lon = 0, lat = 0]: Position): Row => {
    if (!isMetric.value || !conversion.current) return [String(lat), String(lon)];
    const { north, east } = conversion.current.toSweref([lon, lat]);
    return [north.toFixed(1), east.toFixed(1)];
  };
  const fill = () => {
    const ring = draft.value?.type === 'Polygon' ? (draft.value.coordinates[0] ?? []) : [];
    rows.value = ring.slice(0, -1).map(toRow);
  };
  useEffect(() => {
    if (draft.value !== own.current) fill();
  }, [draft.value]);
  const setRows = (next: readonly Row[]) => {
    rows.value = next;
    const ring = next.map((row) => toPosition(row, isMetric.value ? conversion.current : null));
    if (ring.length < 3 || ring.some((position) => !position.every(Number.isFinite))) return;
    const holes = draft.value?.type === 'Polygon' ? draft.value.coordinates.slice(1) : [];
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [[...ring, ring[0] ?? []], ...holes],
    };
    own.current = geometry;
    setDraft(geometry);
  };
  const choose = async (metric: boolean) => {
    if (metric) conversion.current ??= await import('#core/geo/sweref.ts');
    isMetric.value = metric;
    fill();
  };
  const change = (index: number, part: 0 | 1, value: string) => {
    setRows(
      rows.value.map(
        (row, at): Row => (at === index ? (part === 0 ? [value, row[1]] : [row[0], value]) : row),
      ),
    );
  };
  return (
    <details class="coordinates">
      <summary>{words.coordinates}</summary>
      <select
        aria-label={words.coordinates}
        value={isMetric.value ? 'sweref' : 'wgs'}
        onChange={(event) => void choose(event.currentTarget.value === 'sweref')}
      >
        <option value="wgs">{words.wgs}</option>
        <option value="sweref">{words.sweref}</option>
      </select>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.first}</th>
            <th scope="col">{words.second}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.value.map((row, index) => (
            <tr key={index}>
              {([0, 1] as const).map((part) => (
                <td key={part}>
                  <input
                    inputMode="decimal"
                    aria-label={`${part === 0 ? words.first : words.second} ${index + 1}`}
                    value={row[part]}
                    onInput={(event) => change(index, part, event.currentTarget.value)}
                  />
                </td>
              ))}
              <td>
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={`${words.removeRow} ${index + 1}`}
                  onClick={() => setRows(rows.value.filter((_, at) => at !== index))}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="button small"
        onClick={() => {
          rows.value = [...rows.value, ['', '']];
        }}
      >
        {words.addRow}
      </button>
    </details>
  );
}

/** A decimal comma is as good as a point. */
function toPosition([first, second]: Row, conversion: Conversion | null): Position {
  const number = (text: string) =>
    text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  const [a, b] = [number(first), number(second)];
  return conversion ? [...conversion.fromSweref({ north: a, east: b })] : [b, a];
}
