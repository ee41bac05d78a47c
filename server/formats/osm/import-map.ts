/** From an OpenStreetMap extract to the two files of the map, with an account of what was kept. */
import type { WalkNetwork } from '#core/walking/network.ts';
import { type BaseMapDocument, buildBaseMap } from './build-base-map.ts';
import { buildNetwork, type NetworkReport } from './build-network.ts';
import { collectExtract, type PassProgress } from './collect.ts';
import { BadExtract } from './osm-object.ts';

export interface ImportedMap {
  readonly baseMap: BaseMapDocument;
  readonly network: WalkNetwork;
  readonly report: ImportReport;
}

export interface ImportReport extends NetworkReport {
  /** Features of the base map by their kind. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly brokenAreas: number;
}

/** @throws BadExtract with one line on what is wrong with the file, or that nothing in it can be walked */
export async function importMap(path: string, onProgress: PassProgress): Promise<ImportedMap> {
  const extract = await collectExtract(path, onProgress);
  const { network, report } = buildNetwork(extract);
  if (network.edges.length === 0) {
    throw new BadExtract(
      report.walkableWays === 0
        ? 'it holds no street or path that one can walk'
        : `none of its ${report.walkableWays} walkable ways has the nodes that it runs through`,
    );
  }
  const { baseMap, brokenAreas } = buildBaseMap(extract);
  return { baseMap, network, report: { ...report, kinds: countKinds(baseMap), brokenAreas } };
}

function countKinds({ features }: BaseMapDocument): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const { properties } of features) {
    const { kind } = properties as { kind: string };
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}
