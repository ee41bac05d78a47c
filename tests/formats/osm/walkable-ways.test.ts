import { describe, expect, test } from 'vitest';
import { importMap } from '../../../server/formats/osm/import-map.ts';
import { asJson, fileOf, street, type Tags, type Town, way } from './extract-file.ts';

const imported = (town: Town) => importMap(fileOf(asJson(town), 'json'), () => undefined);
const isWalked = async (tags: Tags) => {
  const { report } = await imported({
    nodes: [11, 21, 31],
    ways: [street(1, 11, 21), way(2, tags, 21, 31)],
  });
  return report.walkableWays === 2;
};

describe('a patrol walks', () => {
  test.each([
    ['a footway', { highway: 'footway' }],
    ['steps', { highway: 'steps' }],
    ['a corridor indoors', { highway: 'corridor', indoor: 'yes', level: '-1' }],
    ['a cycleway', { highway: 'cycleway' }],
    ['a platform', { railway: 'platform' }],
    ['a private road that is open on foot', { highway: 'service', access: 'private', foot: 'yes' }],
    ['a road for those with an errand', { highway: 'residential', access: 'destination' }],
    ['a trunk road with a sidewalk', { highway: 'trunk', sidewalk: 'right' }],
  ])('%s', async (_, tags) => {
    expect(await isWalked(tags as unknown as Tags)).toBe(true);
  });
});

describe('a patrol does not walk', () => {
  test.each([
    ['a motorway', { highway: 'motorway' }],
    ['a motorway that says foot=yes', { highway: 'motorway', foot: 'yes' }],
    ['a trunk road without a sidewalk', { highway: 'trunk' }],
    ['a road for motor vehicles only', { highway: 'primary', motorroad: 'yes' }],
    ['a road where walking is forbidden', { highway: 'primary', foot: 'no' }],
    ['a private road', { highway: 'service', access: 'private' }],
    ['a path that is closed', { highway: 'path', access: 'no' }],
    ['a street that is being built', { highway: 'construction', construction: 'footway' }],
    ['the railway', { railway: 'rail' }],
  ])('%s', async (_, tags) => {
    expect(await isWalked(tags as unknown as Tags)).toBe(false);
  });
});

describe('ways meet only in nodes that they share', () => {
  test('not where a bridge crosses a street', async () => {
    const { network, report } = await imported({
      nodes: [10, 11, 12, 13, 14, 1, 21],
      ways: [street(1, 10, 11, 12, 13, 14), way(2, { highway: 'footway', bridge: 'yes' }, 1, 21)],
    });
    expect(network.nodes).toHaveLength(5);
    expect(report.otherParts).toBe(1);
  });

  test('two levels of a station are joined by the stairs between them', async () => {
    const { network } = await imported({
      nodes: [11, 21, 31, 12, 22, 32],
      ways: [
        way(1, { highway: 'corridor', level: '-1' }, 11, 21, 31),
        way(2, { highway: 'footway', level: '0' }, 12, 22, 32),
        way(3, { highway: 'steps', level: '-1;0' }, 31, 32),
      ],
    });
    expect(network.nodes).toHaveLength(6);
  });

  test('not through a locked gate', async () => {
    const town = { nodes: [11, 21, 31], ways: [street(1, 11, 21, 31)] };
    const gate = { barrier: 'gate', access: 'private' };
    expect((await imported({ ...town, nodeTags: { 21: gate } })).report.otherParts).toBe(1);
    const open = { barrier: 'gate', access: 'private', foot: 'yes' };
    expect((await imported({ ...town, nodeTags: { 21: open } })).report.otherParts).toBe(0);
  });
});

describe('a square', () => {
  const square = (tags: Tags): Town => ({
    nodes: [11, 12, 21, 22, 1, 32],
    ways: [
      way(1, { highway: 'pedestrian', ...tags }, 11, 21, 22, 12, 11),
      street(2, 1, 11),
      street(3, 22, 32),
    ],
  });
  const edges = async (tags: Tags) => (await imported(square(tags))).network.edges.length;

  test('is walked straight across from one street to the next', async () => {
    expect(await edges({ area: 'yes' })).toBe(7);
  });

  test('that is only a ring of street is walked round', async () => {
    expect(await edges({})).toBe(6);
  });

  test('made as a multipolygon is walked across, but not through the house in it', async () => {
    const ring = way(1, {}, 10, 40, 44, 14, 10);
    const house = way(2, { building: 'yes' }, 21, 31, 33, 23, 21);
    const { network } = await imported({
      nodes: [10, 40, 44, 14, 21, 31, 33, 23, 0, 54, 50],
      ways: [ring, house, street(3, 0, 10), street(4, 44, 54), street(5, 40, 50)],
      relations: [
        {
          id: 9,
          members: [
            { type: 'way', ref: 1, role: 'outer' },
            { type: 'way', ref: 2, role: 'inner' },
          ],
          tags: { type: 'multipolygon', highway: 'pedestrian', area: 'yes', name: 'Torget' },
        },
      ],
    });
    // Ring 4 and streets 3; corner to corner the house is in between, along a side the ring has it already.
    expect(network.edges).toHaveLength(7);
  });
});

describe('what is in the file twice, broken or gone', () => {
  test('a stretch that two ways share is walked once', async () => {
    const { report, network } = await imported({
      nodes: [11, 21, 31],
      ways: [street(1, 11, 21, 31), street(2, 31, 21, 11), street(3, 11, 11, 21)],
    });
    expect(network.edges).toHaveLength(2);
    expect(report.totalM).toBeLessThan(210);
  });

  test('a way that lacks a node is cut there, and that is counted', async () => {
    const { report, network } = await imported({
      nodes: [11, 21, 41, 51, 61],
      ways: [street(1, 11, 21, 31, 41, 51, 61)],
    });
    expect(report).toMatchObject({ cutWays: 1, missingNodes: 1, otherParts: 1 });
    expect(network.nodes).toHaveLength(3);
  });

  test('of several parts the longest is kept, and the rest is said in metres', async () => {
    const { report } = await imported({
      nodes: [11, 21, 31, 14, 24],
      ways: [street(1, 11, 21, 31), street(2, 14, 24)],
    });
    expect(report.otherParts).toBe(1);
    expect(report.keptM / report.totalM).toBeCloseTo(2 / 3, 2);
  });

  test('new objects of JOSM have negative ids', async () => {
    const { network } = await imported({ nodes: [-11, -21], ways: [street(-1, -11, -21)] });
    expect(network.edges).toHaveLength(1);
  });
});
