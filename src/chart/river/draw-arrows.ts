import { px, yAt } from './body.ts';
import { ages } from './frame.ts';
import { onPath } from './path.ts';
import type { Sketch } from './sketch.ts';
import type { RibbonId, RiverLayout } from './layout.ts';

/** Which way the water runs: a few open arrowheads in the river, and one in each stream that is wide enough. */
export function drawArrows(s: Sketch, layout: RiverLayout): void {
  const { frame, channel, ribbons } = layout;
  const size = Math.min(5.5, 3 + 2.2 * frame.unit) * s.scale;
  const pale: string[] = [];
  const dark: string[] = [];
  const river: readonly (readonly [keyof Omit<typeof channel, 'leaving'>, number, number])[] = [
    ['preschool', 4.4, 0.62],
    ['school', 14, 0.55],
    ['established', 26, 0.55],
    ['established', 40.6, 0.42],
  ];
  for (const [id, age, share] of river) {
    const { xs, top, bottom } = channel[id];
    const x = frame.x(age);
    const high = yAt(xs, top, x);
    pale.push(arrowhead(x, high + share * (yAt(xs, bottom, x) - high), 1, 0, size * 1.25));
  }
  pale.push(
    arrowhead(
      frame.x((ages.leave + ages.adult) / 2),
      onPath(ribbons.leaveToWork.path.points, 20).y,
      1,
      0,
      size * 1.25,
    ),
  );
  const along = (id: RibbonId, share: number, list: string[]): void => {
    const { path, width } = ribbons[id];
    if (width < size * 1.7) return;
    const { x, y, dx, dy } = onPath(path.points, path.length * share);
    list.push(arrowhead(x, y, dx, dy, Math.min(size, width * 0.3)));
  };
  along('youngToWork', 0.6, pale);
  along('gapToWork', 0.62, pale);
  along('ownWay', 0.82, pale);
  along('arrivals', 0.35, dark);
  along('programmeToGap', 0.5, dark);
  along('leaveRiskToNothing', 0.62, dark);
  const light: string[] = [];
  along('youngToOutside', 0.3, light);
  along('workToOutside', 0.32, light);
  along('ageOutside', 0.55, light);
  const style = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  s.stroke('arrows pale', pale.join(''), 'var(--flow-edge)', 1.8 * s.scale, style);
  s.stroke('arrows risk', dark.join(''), 'var(--dot-risk)', 1.8 * s.scale, style);
  s.stroke('arrows dark', light.join(''), 'var(--dot-outside)', 1.8 * s.scale, style);
}

/** An arrowhead at x, y that points along dx, dy (a unit vector). */
export function arrowhead(x: number, y: number, dx: number, dy: number, size: number): string {
  const [bx, by] = [x - dx * size * 0.5, y - dy * size * 0.5];
  const [tx, ty] = [x + dx * size * 0.5, y + dy * size * 0.5];
  return `M${px(bx - dy * size)},${px(by + dx * size)}L${px(tx)},${px(ty)}L${px(bx + dy * size)},${px(by - dx * size)}`;
}
