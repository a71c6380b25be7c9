import { error } from '../../../base/diagnostic.ts';
import { admit } from './admission.ts';
import { letOut, takeIn } from './belts.ts';
import { isFifo, letOutFirst } from './fifo.ts';
import { measured } from './belt.ts';
import { runOven } from './ovens.ts';
import { runQueue } from './queues.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';
import type { Row } from './belts.ts';
import type { Ahead } from './queues.ts';

/**
 * Works out what leaves conveyors, queues and ovens. The stocks stay stocks: only their flows are computed otherwise. First
 * all belts let out, then they take in what came, so that no belt waits for another.
 */
export function runContainers(world: World): void {
  if (world.conveyors.length + world.queues.length + world.ovens.length === 0) return;
  const outflowsOf = (all: readonly { readonly id: VariableId }[]): ReadonlySet<VariableId> =>
    new Set(
      all.flatMap(({ id }) => {
        const stock = world.made.get(id);
        return stock?.kind === 'stock' ? stock.outflows : [];
      }),
    );
  const belts = world.conveyors.flatMap((waiting) => measured(world, waiting) ?? []);
  const into = new Map(belts.flatMap((belt) => belt.stock.inflows.map((flow) => [flow, belt] as const)));
  const first = new Set(
    belts.filter((belt) => isFifo(world, belt, (flow) => into.get(flow)?.arrest !== undefined)),
  );
  for (const belt of first) letOutFirst(world, belt);
  const rows = belts.flatMap((belt) =>
    first.has(belt) ? [] : [letOut(world, belt, (flow) => into.get(flow))],
  );
  const outOfBelt = new Map<VariableId, Row>(
    rows.flatMap((row) => row.belt.stock.outflows.map((flow) => [flow, row] as const)),
  );
  const fromBelts = outflowsOf(world.conveyors);
  const [outOfQueue, outOfOven] = [outflowsOf(world.queues), outflowsOf(world.ovens)];
  const ahead = new Map<VariableId, Ahead>();
  const ovens = world.ovens.map((waiting) => {
    refuseBelts(world, waiting.id, fromBelts);
    const oven = runOven(world, waiting, (flow) => outOfQueue.has(flow));
    for (const [flow, room] of oven.rooms) ahead.set(flow, { room, redirects: false });
    return oven;
  });
  for (const belt of belts) {
    const { inflows } = belt.stock;
    const { oneAtATime, wholeBatches } = belt.conveyor;
    const rooms = admit(world, belt, inflows, {
      fromBelt: (flow) => fromBelts.has(flow) || outOfOven.has(flow),
      fromQueue: (flow) => outOfQueue.has(flow),
    });
    for (const [flow, room] of rooms)
      ahead.set(flow, { oneAtATime, wholeBatches, redirects: true, ...(room ? { room } : {}) });
  }
  for (const queue of world.queues) runQueue(world, queue, (flow) => ahead.get(flow));
  for (const oven of ovens) oven.close();
  for (const row of rows)
    takeIn(world, row, row.belt.stock.inflows, (flow) => {
      const from = outOfBelt.get(flow);
      return from?.losses.has(flow) ? from : undefined;
    });
}

/** A belt cannot wait at the door of an oven. */
function refuseBelts(world: World, oven: VariableId, outOfBelt: ReadonlySet<VariableId>): void {
  const stock = world.made.get(oven);
  const flow = stock?.kind === 'stock' ? stock.inflows.find((inflow) => outOfBelt.has(inflow)) : undefined;
  if (stock && flow !== undefined)
    world.report(
      error(
        'not-supported',
        { what: `<conveyor> → ${flow} → <oven>` },
        { ...stock.definition.place, variable: oven },
      ),
    );
}
