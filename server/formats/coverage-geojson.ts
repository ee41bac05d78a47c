/** Coverage as GeoJSON (RFC 7946): today's borders with the period's figures as properties. */
import type { FeatureCollection } from 'geojson';
import type { HotSpotState } from '#core/dosage/hot-spot-state.ts';
import type { HotSpotGeometry, Uuid } from '#core/model.ts';
import type { CoverageLine } from './coverage-table.ts';
import type { ExportFacts } from './export-facts.ts';

export interface CoverageFeature extends CoverageLine {
  readonly id: Uuid;
  readonly state: HotSpotState;
  readonly geometry: HotSpotGeometry;
  readonly borderFrom: number;
}

/** The facts about the export stand as a foreign member, which RFC 7946 section 6.1 allows. */
export function coverageGeoJson(
  facts: ExportFacts,
  hotSpots: readonly CoverageFeature[],
): FeatureCollection & { readonly fotspar: Record<string, unknown> } {
  const { rules: _rules, until, madeAt, ...said } = facts;
  return {
    type: 'FeatureCollection',
    fotspar: { ...said, until: iso(until), madeAt: iso(madeAt) },
    features: hotSpots.map(({ id, geometry, code, name, state, borderFrom, figures }) => ({
      type: 'Feature',
      id,
      geometry,
      properties: { code, name, state, borderFrom: iso(borderFrom), ...figures },
    })),
  };
}

const iso = (at: number) => new Date(at).toISOString();
