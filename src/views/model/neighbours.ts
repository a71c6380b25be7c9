import type { Diagram, PlacedNode } from '../../model/diagram.ts';
import type { VariableId } from '../../model/variable.ts';

export const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;
export type DirectionKey = keyof typeof directions;

/** How far across the way a node may be, against how far along it. */
const cone = 2;

/**
 * The variable that an arrow key leads to: along an arrow, in whichever sense, to the one that lies most that way. Up and
 * down go to the nearest besides, where no arrow does, so that every variable is reached.
 */
export function neighbour(
  { nodes, links }: Diagram,
  from: VariableId,
  key: DirectionKey,
): VariableId | undefined {
  const here = nodes.find(({ id }) => id === from);
  if (here === undefined) return nodes[0]?.id;
  const [dx, dy] = directions[key];
  const linked = new Set(
    links.flatMap((link) => (link.from === from ? [link.to] : link.to === from ? [link.from] : [])),
  );
  const along = ({ x, y }: PlacedNode): number => (x - here.x) * dx + (y - here.y) * dy;
  const across = ({ x, y }: PlacedNode): number => Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
  const nearest = (all: readonly PlacedNode[]): VariableId | undefined =>
    all.reduce<PlacedNode | undefined>(
      (best, node) =>
        best === undefined || along(node) + cone * across(node) < along(best) + cone * across(best)
          ? node
          : best,
      undefined,
    )?.id;
  const thatWay = nodes.filter((node) => along(node) > 1);
  const byArrow = thatWay.filter(({ id }) => linked.has(id));
  const straight = (all: readonly PlacedNode[]): readonly PlacedNode[] =>
    all.filter((node) => across(node) <= cone * along(node));
  return nearest(straight(byArrow)) ?? nearest(dy === 0 ? byArrow : straight(thatWay));
}
