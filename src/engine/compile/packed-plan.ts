import { must } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { schemes } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import { additions, beginnings, evaluations, givenName, movesOf, stockOfNext } from './assignments.ts';
import type { Assignment } from './assignment.ts';
import type { IsCall } from './assignments.ts';
import { totalName } from './statements.ts';
import type { KernelRequest, Sizes } from './request.ts';
import type { Layout } from './layout.ts';
import { doubleBytes } from './layout.ts';
import { apartFrom } from './packed-places.ts';
import type { Apart } from './packed-places.ts';
import { areCalls, groupsOf } from './pairs.ts';
import type { Group } from './pairs.ts';
import { rowsOf } from './rows.ts';
import type { Rows } from './rows.ts';

/** Fewer series than this, or fewer rows, are stored where they belong at once. */
const fewToMove = 16;

/**
 * Where rows are moved out, the stores of one value are done while the divisions of others are under way, which a loop
 * cannot: it takes so many times as many members to pay.
 */
const loopWhereMoved = 8;

/** What a row costs at each stage, counted in parts of expressions: ten links of a chain gain about as much. */
const rowParts = 100;

/** What a packed kernel does side by side, and where its values are. */
export interface PackedPlan {
  /** By stage: the groups before stocks are limited, and those after; one list where none is. */
  readonly stages: readonly (readonly (readonly Group[])[])[];
  /** What is worked out for a row alone. */
  readonly late: readonly Group[];
  readonly totals: readonly Group[];
  /** What is done once, before the first step. */
  readonly begin: readonly Group[];
  readonly rows: Rows;
  readonly apart: Apart;
  /** The addresses of what is handed in and out. */
  readonly given: ReadonlyMap<string, number>;
  /** The series that are moved out in blocks. */
  readonly moved: ReadonlySet<VariableId>;
  /** Whether whole rows are saved. */
  readonly byRow: boolean;
  /** So many members make a loop. */
  readonly loop: number;
  /** How many parts its expressions have. */
  readonly parts: number;
  /** The share of the work that is done in pairs. */
  readonly paired: number;
}

export function planPacked(
  checked: CheckedModel,
  schedule: Schedule,
  request: KernelRequest,
  {
    layout,
    derived,
    isCall,
    sizes,
  }: { layout: Layout; derived: readonly VariableId[]; isCall: IsCall; sizes: Sizes },
): PackedPlan {
  const { series, rows: saved, saveEachStep } = request;
  const scheme = schemes[request.method];
  const stocks = checked.stocks.map(({ stock }) => stock.id);
  const inRow = new Set([...stocks, ...schedule.driving, ...derived]);
  const saving = series.filter((id) => inRow.has(id));
  const byRow = saving.length > sizes.series;
  const movable = new Set(saveEachStep && !byRow ? saving : []);
  const moved = Math.min(movable.size, saved) < fewToMove ? new Set<VariableId>() : movable;
  // Neighbours in memory belong to groups of one kind.
  const kindOf = (name: string): number => {
    const stock = stockOfNext(name);
    const place = stock !== undefined ? 2 : inRow.has(name) ? 1 : 0;
    return 2 * place + (moved.has(stock ?? name) ? 1 : 0);
  };
  const grouped = (list: readonly Assignment[]) => groupsOf(list, kindOf);

  const loop = moved.size > 0 ? sizes.loop * loopWhereMoved : sizes.loop;
  const split = { isCall, loop };
  const drives = evaluations(checked, schedule.driving, split);
  const derives = evaluations(checked, derived, split);
  const stages = scheme.at.map((_, stage) => {
    const moves = movesOf(checked, schedule, scheme, stage);
    const after = stage === 0 && saveEachStep ? [...derives, ...moves] : moves;
    return (schedule.limits.length === 0 ? [[...drives, ...after]] : [drives, after]).map(grouped);
  });
  const late = saveEachStep ? [] : grouped(derives);
  const flows = request.totals ? schedule.flows : [];
  const totals = request.totals ? grouped(additions(schedule, scheme)) : [];
  const begin = grouped(beginnings(checked, split));

  const placed = [...stages[0]!.flat(), ...late].map(namesOf);
  const rows = rowsOf({
    stocks: placed.flatMap((names) => {
      const own = names.flatMap((name) => stockOfNext(name) ?? []);
      return own.length === 0 ? [] : [own];
    }),
    others: placed.filter((names) => inRow.has(names[0]!)),
    moved,
    from: layout.end,
  });
  const given = new Map<string, number>();
  const give = (names: readonly string[], address: number) =>
    names.forEach((name, i) => given.set(name, address + i * doubleBytes));
  give(
    checked.parameters.map(({ id }) => id),
    layout.parameters,
  );
  give(stocks.map(givenName), layout.initials);
  give(flows.map(totalName), layout.totals);
  const apart = apartFrom(given, rows.end);
  const often = [...stages.flat(2), ...late, ...totals];
  const all = [...often, ...begin];
  for (const group of all) {
    if (areCalls(group, isCall)) for (const names of columnsOf(group.members)) apart.place(names);
    for (const { fold } of group.members) if (fold) apart.place(fold.names);
  }
  for (const group of all) {
    apart.place(namesOf(group).filter((name) => !inRow.has(name) && stockOfNext(name) === undefined));
  }

  let [parts, paired] = [0, 0];
  for (const { members } of often) {
    const alone = members.length % 2 === 1 ? members.at(-1)!.parts : 0;
    const sum = members.reduce((before, assignment) => before + assignment.parts, 0);
    parts += sum;
    paired += sum - alone;
  }
  return {
    stages,
    late,
    totals,
    begin,
    loop,
    rows,
    apart,
    given,
    moved,
    byRow,
    parts,
    paired: paired / (parts + rowParts * stages.length),
  };
}

const namesOf = ({ members }: Group): readonly string[] => members.map(({ name }) => name);

/** A builtin or `^` with its arguments, if the expression is one. */
export function callOf(expr: Expr): { readonly fn: string; readonly args: readonly Expr[] } | undefined {
  if (expr.kind === 'call') return expr;
  if (expr.kind === 'binary' && expr.op === '^') return { fn: '^', args: [expr.left, expr.right] };
  return undefined;
}

/** The names of the calls' arguments: the first of each, the second of each, and so on. */
export function columnsOf(calls: readonly Assignment[]): readonly (readonly string[])[] {
  const lists = calls.map(({ value }) => must(callOf(value), 'a call').args);
  return must(lists[0], 'a call').map((_, i) =>
    lists.map((args) => {
      const arg = must(args[i], 'an argument');
      return must(arg.kind === 'ref' ? arg.name : undefined, 'the name of an argument');
    }),
  );
}
