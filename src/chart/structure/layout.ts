import { Graph, layout as place } from '@dagrejs/dagre';
import type { Link } from '../../model/structure.ts';

export type NodeKind = 'stock' | 'flow' | 'aux' | 'parameter' | 'table';

export interface DiagramNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** The name in lines. */
  readonly lines: readonly string[];
}

export interface PlacedNode extends DiagramNode {
  /** Middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLink extends Link {
  readonly path: string;
}

export interface Diagram {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly width: number;
  readonly height: number;
}

export const lineHeight = 15;
const [letter, padX, padY] = [6.4, 10, 7];

/** A name in lines of about so many letters, broken between words. */
export function linesOf(name: string, most = 20): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Nodes in layers from left to right, with links that keep out of their way. The same input gives the same picture. */
export function layoutDiagram(nodes: readonly DiagramNode[], links: readonly Link[]): Diagram {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    ...{ rankdir: 'LR', nodesep: 14, ranksep: 44, edgesep: 8, marginx: 12, marginy: 12 },
    ranker: 'tight-tree', // the same picture as the default gives for these models, in two thirds of the time
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, lines } of nodes) {
    const width = Math.max(...lines.map((line) => line.length)) * letter + 2 * padX;
    graph.setNode(id, { width, height: lines.length * lineHeight + 2 * padY });
  }
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = links.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  // A drain is drawn as water runs: from the stock into its outflow.
  for (const link of drawn) graph.setEdge(...endsOf(link), {}, link.kind);
  place(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    nodes: nodes.map((node) => {
      const { x, y, width, height } = graph.node(node.id) as Omit<PlacedNode, keyof DiagramNode>;
      return { ...node, x, y, width, height };
    }),
    links: drawn.map((link) => {
      const { points } = graph.edge(...endsOf(link), link.kind) as {
        points: readonly { x: number; y: number }[];
      };
      return { ...link, path: curve(points) };
    }),
    width: size.width ?? 0,
    height: size.height ?? 0,
  };
}

const endsOf = ({ from, to, kind }: Link): [string, string] => (kind === 'outflow' ? [to, from] : [from, to]);

/** A smooth line through the middles of a route. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const at = ({ x, y }: { x: number; y: number }): string =>
    `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
  const [first, ...rest] = points;
  if (first === undefined || rest.length === 0) return '';
  let path = `M${at(first)}`;
  for (const [i, point] of rest.entries()) {
    const next = rest[i + 1];
    path +=
      next === undefined
        ? `L${at(point)}`
        : `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  }
  return path;
}
