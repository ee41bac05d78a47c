/** Streets as short pieces, so that the length of street in any area is a sum: a crime needs a street to be walked past on. */
import type { Metres } from '../model.ts';
import type { Plane, WalkNetwork } from '../walking/network.ts';

/** A piece of street, told by its middle. */
export interface StreetPiece {
  readonly x: number;
  readonly y: number;
  readonly metres: Metres;
}

/** So that a border cuts a street to within half of it. Ours. */
const LONGEST_PIECE_M = 5;

export function streetPieces({ nodes, edges }: WalkNetwork, plane: Plane): StreetPiece[] {
  const points = nodes.map((node) => plane.toXY(node));
  return edges.flatMap(([a, b, metres]) => {
    const [from, to] = [points[a], points[b]];
    return from && to ? cut(from, to, metres) : [];
  });
}

function cut(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  metres: Metres,
): StreetPiece[] {
  const count = Math.max(1, Math.ceil(metres / LONGEST_PIECE_M));
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count;
    return { x: x1 + share * (x2 - x1), y: y1 + share * (y2 - y1), metres: metres / count };
  });
}

export function metresWhere(
  pieces: readonly StreetPiece[],
  isInside: (x: number, y: number) => boolean,
): Metres {
  return pieces.reduce((sum, { x, y, metres }) => (isInside(x, y) ? sum + metres : sum), 0);
}
