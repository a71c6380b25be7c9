import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { isRunName } from '../equation/names.ts';
import { equationOf, isComputed } from './equation-of.ts';
import { orderOf } from './order.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Variable, VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import type { ModelNames } from './model-units.ts';

export interface ModelOrder extends Pick<CheckedModel, 'constants' | 'dynamic' | 'initials'> {
  /** Rings of definitions; with one, the orders are of no use. */
  readonly problems: readonly Diagnostic[];
}

const nothing: readonly number[] = [];

/**
 * In what order a model is computed.
 * @param usesOf the names that each variable's equation reads; undefined of those that have none, or one that could not
 * be resolved, which are passed over
 */
export function orderModel(
  variables: readonly Variable[],
  names: ModelNames,
  usesOf: readonly (readonly string[] | undefined)[],
): ModelOrder {
  const stocks: number[] = [];
  const computed: number[] = [];
  const needs: (readonly number[])[] = [];
  /** Whether it stays as it is throughout a run; of the others only what does by itself. */
  const still = new Uint8Array(variables.length);
  for (const [i, variable] of variables.entries()) {
    const uses = usesOf[i];
    if (variable.kind === 'parameter') still[i] = 1;
    else if (uses !== undefined) (variable.kind === 'stock' ? stocks : computed).push(i);
    const needed: number[] = [];
    let moves = false;
    for (const use of uses ?? []) {
      const named = names.of(use);
      if (named !== undefined) needed.push(named.index);
      else if (!isRunName(use) || use === 'time' || use === 'steptime') moves = true;
    }
    if (uses !== undefined && !moves && isComputed(variable)) still[i] = 1;
    needs.push(needed.length === 0 ? nothing : needed.slice());
  }

  const isEquation = new Uint8Array(variables.length);
  for (const i of computed) isEquation[i] = 1;
  const run = orderOf(computed, needs, (i) => isEquation[i] === 1);
  for (const i of run.order) if (!needs[i]!.every((need) => still[need] === 1)) still[i] = 0;

  const moving = new Uint8Array(variables.length);
  for (const i of stocks) moving[i] = 1;
  for (const i of computed) moving[i] = still[i] === 1 ? 0 : 1;
  const start = orderOf(stocks, needs, (i) => moving[i] === 1);
  // A ring with no stock in it is a ring of the run too, and already told.
  const initialRings = start.rings.filter((ring) => ring.some((i) => variables[i]!.kind === 'stock'));
  const idOf = (i: number): VariableId => variables[i]!.id;
  return {
    constants: run.order.filter((i) => still[i] === 1).map(idOf),
    dynamic: run.order.filter((i) => still[i] === 0).map(idOf),
    initials: start.order.map(idOf),
    problems: [
      ...run.rings.map((ring) => circular(variables, fromFirst(ring), 'run')),
      ...initialRings.map((ring) => circular(variables, fromFirst(ring), 'initial')),
    ],
  };
}

/** A ring, beginning with the variable that stands first in the file. */
function fromFirst(ring: readonly number[]): readonly number[] {
  const first = ring.indexOf(ring.reduce((a, b) => Math.min(a, b)));
  return [...ring.slice(first), ...ring.slice(0, first)];
}

function circular(
  variables: readonly Variable[],
  ring: readonly number[],
  phase: 'run' | 'initial',
): Diagnostic {
  const first = must(variables[ring[0]!], 'a variable in a ring');
  const { file, line, column } = must(equationOf(first), `the equation of ${first.id}`);
  const args = { ring: ring.map((i) => variables[i]!.id), phase };
  return error('circular-definition', args, { file, line, column, variable: first.id });
}
