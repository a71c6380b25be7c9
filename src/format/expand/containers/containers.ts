import { admit } from './admission.ts';
import { letOut, takeIn } from './belts.ts';
import { measured } from './belt.ts';
import { runQueue } from './queues.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';
import type { Row } from './belts.ts';
import type { Ahead } from './queues.ts';

/**
 * Works out what leaves conveyors and queues. The stocks stay stocks: only their flows are computed otherwise. First all
 * belts let out, then they take in what came, so that no belt waits for another.
 */
export function runContainers(world: World): void {
  if (world.conveyors.length + world.queues.length === 0) return;
  const belts = world.conveyors.flatMap((waiting) => measured(world, waiting) ?? []);
  const into = new Map(belts.flatMap((belt) => belt.stock.inflows.map((flow) => [flow, belt] as const)));
  const rows = belts.map((belt) => letOut(world, belt, (flow) => into.get(flow)));
  const outOfBelt = new Map<VariableId, Row>(
    rows.flatMap((row) => row.belt.stock.outflows.map((flow) => [flow, row] as const)),
  );
  const outOfQueue = new Set(
    world.queues.flatMap(({ id }) => {
      const stock = world.made.get(id);
      return stock?.kind === 'stock' ? stock.outflows : [];
    }),
  );
  const ahead = new Map<VariableId, Ahead>();
  for (const row of rows) {
    const { inflows } = row.belt.stock;
    const rooms = admit(world, row.belt, inflows, {
      fromBelt: (flow) => outOfBelt.has(flow),
      fromQueue: (flow) => outOfQueue.has(flow),
    });
    for (const [flow, room] of rooms) ahead.set(flow, { belt: row.belt, room });
  }
  for (const queue of world.queues) runQueue(world, queue, (flow) => ahead.get(flow));
  for (const row of rows)
    takeIn(world, row, row.belt.stock.inflows, (flow) => {
      const from = outOfBelt.get(flow);
      return from?.losses.has(flow) ? from : undefined;
    });
}
