import { edge, isEmpty, outline, px } from './body.ts';
import { onPath } from './path.ts';
import type { Sketch } from './sketch.ts';
import type { Ribbon, RiverBasins, RiverLayout } from './layout.ts';

/** Pools, the lake with its layers, the eddy and the rope. */
export function drawOutside(s: Sketch, layout: RiverLayout): void {
  const { pools, layers, eddy } = layout;
  const pool = (key: 'young' | 'programme' | 'gap' | 'recovered', color: string, line: string): void => {
    if (isEmpty(pools[key])) return;
    s.fill(key, outline(pools[key]), color, {
      stroke: line,
      'stroke-width': 1.2 * s.scale,
      'data-mark': key,
    });
  };
  drawRope(s, layout.ribbons.pulledUp);
  s.fill('recent', outline(layers.recent), 'var(--stock-outside)', { 'data-mark': 'recent' });
  s.fill('entrenched', outline(layers.entrenched), 'var(--stock-entrenched)', { 'data-mark': 'entrenched' });
  s.fill('coordinated', outline(layers.coordinated), 'var(--stock-outside)', { 'data-mark': 'coordinated' });
  s.stroke(
    'coordinated edge',
    edge(layers.coordinated.xs, layers.coordinated.bottom),
    'var(--rescue)',
    1.6 * s.scale,
  );
  pool('young', 'var(--stock-outside)', 'var(--stock-outside)');
  pool('programme', 'var(--stock-risk)', 'var(--flow-edge)');
  pool('gap', 'var(--stock-outside)', 'var(--stock-outside)');
  pool('recovered', 'var(--flow-in)', 'var(--flow-edge)');
  if (eddy.r === 0) return;
  s.circle('eddy', eddy.x, eddy.y, eddy.r, { fill: 'var(--stock-outside)', 'data-mark': 'between' });
  s.stroke('eddy spiral', spiral(eddy.x, eddy.y, eddy.r), 'var(--dot-outside)', 1.3 * s.scale, {
    'stroke-linecap': 'round',
    opacity: 0.75,
  });
}

/** Those outside in base the same year: dashed, round each pool. */
export function drawBaseOutside(s: Sketch, base: RiverBasins): void {
  const line = { 'stroke-dasharray': `${5 * s.scale} ${4 * s.scale}`, 'stroke-linejoin': 'round' };
  for (const id of ['young', 'programme', 'gap', 'recovered'] as const) {
    if (isEmpty(base.pools[id])) continue;
    s.stroke(`base ${id}`, outline(base.pools[id]), 'var(--base)', 1.3 * s.scale, line);
  }
  const { xs, top, bottom } = base.lake;
  s.stroke('base lake', edge(xs, top) + edge(xs, bottom), 'var(--base)', 1.3 * s.scale, line);
  if (base.eddy.r > 0) {
    s.circle('base eddy', base.eddy.x, base.eddy.y, base.eddy.r, {
      fill: 'none',
      stroke: 'var(--base)',
      'stroke-width': 1.3 * s.scale,
      ...line,
    });
  }
  for (const id of ['schoolRisk', 'upperRisk'] as const) {
    const { xs, top } = base.channel[id];
    s.stroke(`base ${id}`, edge(xs, top), 'var(--base)', 1.3 * s.scale, line);
  }
}

/** One and a half turns from the middle outwards. */
export function spiral(x: number, y: number, r: number): string {
  let d = '';
  const points = 28;
  for (let i = 0; i <= points; i++) {
    const angle = (i / points) * 3 * Math.PI;
    const reach = 0.82 * r * (i / points);
    d += `${i === 0 ? 'M' : 'L'}${px(x + reach * Math.cos(angle))},${px(y + reach * Math.sin(angle))}`;
  }
  return d;
}

/** Twisted like a rope: strands that slant up the way it pulls. The twist tells it apart without colour. */
export function drawRope(s: Sketch, { path, width }: Ribbon): void {
  s.stroke('pulledUp water', path.d, 'var(--rescue)', width, { 'data-mark': 'pulledUp' });
  const gap = Math.max(5, width * 0.34) * Math.sqrt(s.scale);
  const rise = Math.max(4, width * 0.42);
  let d = '';
  for (let at = gap / 2; at < path.length - rise; at += gap) {
    const low = onPath(path.points, at);
    const high = onPath(path.points, at + rise);
    d += `M${px(low.x + (low.dy * width) / 2)},${px(low.y - (low.dx * width) / 2)}`;
    d += `L${px(high.x - (high.dy * width) / 2)},${px(high.y + (high.dx * width) / 2)}`;
  }
  s.stroke('pulledUp twist', d, 'var(--paper)', Math.min(2.2, 1 + width / 24) * s.scale, { opacity: 0.85 });
}
