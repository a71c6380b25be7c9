// A formula written out as a graph of operations, to be counted or translated by a test.
import type { Numeric } from '../../../src/numeric/numeric.ts';
import type { Ops } from '../../../src/numeric/ops.ts';

export type Op = Exclude<keyof Ops<unknown, unknown, unknown>, 'let' | 'letM' | 'letI' | 'unless'>;
export type Kind = 'V' | 'M' | 'I';

export interface Operation {
  readonly op: Op;
  readonly kind: Kind;
  readonly args: readonly Node[];
  /** What num and int hold, or how far shl and shrU shift. */
  readonly constant?: number | bigint;
}

export type Node =
  | Operation
  | { readonly op: 'argument'; readonly index: number }
  | { readonly op: 'let'; readonly kind: Kind; readonly value: Node }
  | { readonly op: 'result'; readonly of: Unless; readonly index: number };

/** Values that are `then` unless `mostly` does not hold, found by a branch that is hardly ever taken. */
export interface Unless {
  readonly mostly: Node;
  readonly then: readonly Node[];
  readonly otherwise: () => readonly Node[];
}

const kinds: Readonly<Record<Op, Kind>> = {
  ...all('V', 'num', 'add', 'sub', 'mul', 'div', 'neg', 'abs', 'sqrt', 'floor', 'ceil', 'trunc', 'nearest'),
  ...all('V', 'min', 'max', 'choose', 'double'),
  ...all('M', 'lt', 'le', 'eq', 'ne', 'both', 'either', 'not'),
  ...all('I', 'bits', 'int', 'addI', 'subI', 'andI', 'orI', 'xorI', 'shl', 'shrU'),
};

function all<Name extends Op>(kind: Kind, ...names: readonly Name[]): Record<Name, Kind> {
  return Object.fromEntries(names.map((name) => [name, kind])) as Record<Name, Kind>;
}

type GraphOps = Ops<Node, Node, Node>;

const simple = Object.fromEntries(
  Object.entries(kinds).map(([op, kind]) => [
    op,
    (...operands: readonly (Node | number | bigint)[]) => ({
      op,
      kind,
      args: operands.filter((operand) => typeof operand === 'object'),
      constant: operands.find((operand) => typeof operand !== 'object'),
    }),
  ]),
) as unknown as Omit<GraphOps, 'let' | 'letM' | 'letI' | 'unless'>;

const named =
  (kind: Kind) =>
  (value: Node): Node => ({ op: 'let', kind, value });

const withoutBranch: GraphOps = { ...simple, let: named('V'), letM: named('M'), letI: named('I') };

const withBranch: GraphOps = {
  ...withoutBranch,
  unless: (mostly, then, otherwise) => {
    const of: Unless = { mostly, then, otherwise };
    return then.map((_, index) => ({ op: 'result', of, index }));
  },
};

/** Writing a formula out over values that nobody can look into is the proof that it does not branch on them. */
export function graphOf({ arity, formula }: Numeric, branches: boolean): Node {
  const o = branches ? withBranch : withoutBranch;
  const x: Node = { op: 'argument', index: 0 };
  return arity === 1 ? formula(o, x) : formula(o, x, { op: 'argument', index: 1 });
}

export interface Count {
  /** Additions, subtractions, multiplications; then divisions and square roots. */
  flops: number;
  slow: number;
  /** Everything else that is an instruction in a kernel: comparisons, choices, roundings, operations on bits. */
  other: number;
  named: number;
}

const flops = new Set<Op>(['add', 'sub', 'mul']);
const slow = new Set<Op>(['div', 'sqrt']);
const free = new Set<Op>(['num', 'int', 'bits', 'double']);

/** What a kernel executes when no lane takes a branch: what has no name is computed again at each use. */
export function count(root: Node): Count {
  const total: Count = { flops: 0, slow: 0, other: 0, named: 0 };
  const seen = new Set<Node | Unless>();
  const visit = (node: Node): void => {
    if (node.op === 'argument') return;
    if (node.op === 'result') {
      if (seen.has(node.of)) return;
      seen.add(node.of);
      visit(node.of.mostly);
      node.of.then.forEach(visit);
      total.other++;
    } else if (node.op === 'let') {
      if (seen.has(node)) return;
      seen.add(node);
      visit(node.value);
      total.named++;
    } else {
      node.args.forEach(visit);
      if (flops.has(node.op)) total.flops++;
      else if (slow.has(node.op)) total.slow++;
      else if (!free.has(node.op)) total.other++;
    }
  };
  visit(root);
  return total;
}
