import { Graph, layout as place } from '@dagrejs/dagre';
import type { Diagram, DiagramNode } from '../../model/diagram.ts';
import type { Link } from '../../model/structure.ts';

/** Nodes in layers from left to right, with links that keep out of their way. The same input gives the same picture. */
export function layoutDiagram(nodes: readonly DiagramNode[], links: readonly Link[]): Diagram {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    ...{ rankdir: 'LR', nodesep: 14, ranksep: 44, edgesep: 8, marginx: 12, marginy: 12 },
    ranker: 'tight-tree', // the same picture as the default gives for these models, in two thirds of the time
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = links.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  // A drain is drawn as water runs: from the stock into its outflow.
  for (const link of drawn) graph.setEdge(...endsOf(link), {}, link.kind);
  place(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.id) as { readonly x: number; readonly y: number };
      return { ...node, x, y };
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
