// A small translation of a formula's graph to WebAssembly, one lane or two: only to see that formulas survive it.
import type { Kind, Node, Op, Unless } from './graph.ts';

/** Opcodes; those of two lanes come after the prefix 0xfd. */
type Table = Readonly<Record<Exclude<Op, 'num' | 'int' | 'choose'>, readonly number[]>>;

const scalar: Table = {
  ...{
    add: [0xa0],
    sub: [0xa1],
    mul: [0xa2],
    div: [0xa3],
    min: [0xa4],
    max: [0xa5],
    abs: [0x99],
    neg: [0x9a],
  },
  ...{
    ceil: [0x9b],
    floor: [0x9c],
    trunc: [0x9d],
    nearest: [0x9e],
    sqrt: [0x9f],
    bits: [0xbd],
    double: [0xbf],
  },
  ...{ eq: [0x61], ne: [0x62], lt: [0x63], le: [0x65], both: [0x71], either: [0x72], not: [0x45] },
  ...{ addI: [0x7c], subI: [0x7d], andI: [0x83], orI: [0x84], xorI: [0x85], shl: [0x86], shrU: [0x88] },
};
const lanes: Table = {
  ...{ add: [0xf0, 1], sub: [0xf1, 1], mul: [0xf2, 1], div: [0xf3, 1], min: [0xf4, 1], max: [0xf5, 1] },
  ...{ abs: [0xec, 1], neg: [0xed, 1], sqrt: [0xef, 1], ceil: [0x74], floor: [0x75], trunc: [0x7a] },
  ...{ nearest: [0x94, 1], bits: [], double: [], eq: [0x47], ne: [0x48], lt: [0x49], le: [0x4b] },
  ...{ both: [0x4e], either: [0x50], not: [0x4d], andI: [0x4e], orI: [0x50], xorI: [0x51] },
  ...{ addI: [0xce, 1], subI: [0xd1, 1], shl: [0xcb, 1], shrU: [0xcd, 1] },
};

const types = { V: 0x7c, I: 0x7e, M: 0x7f } as const;
const VECTOR = 0x7b;

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: bigint): number[] {
  const byte = Number(value & 127n);
  const rest = value >> 7n;
  return rest === (byte & 64 ? -1n : 0n) ? [byte] : [byte | 128, ...signed(rest)];
}

const bytesOf = (x: number | bigint): number[] => {
  const view = new DataView(new ArrayBuffer(8));
  if (typeof x === 'bigint') view.setBigUint64(0, BigInt.asUintN(64, x), true);
  else view.setFloat64(0, x, true);
  return [...new Uint8Array(view.buffer)];
};

/** Arguments at bytes 0 and 16 of the memory, one per lane; the result goes to byte 32. */
function bodyOf(root: Node, vector: boolean): number[] {
  const code: number[] = [];
  const locals: number[] = [];
  let known = new Map<Node | Unless, readonly number[]>();
  const put = (...bytes: readonly number[]): void => {
    code.push(...bytes);
  };
  const instruction = (bytes: readonly number[]) => {
    if (bytes.length > 0) put(...(vector ? [0xfd, ...bytes] : bytes));
  };
  const local = (kind: Kind) => locals.push(vector ? VECTOR : types[kind]) - 1;
  const keep = (node: Node | Unless, kind: Kind): number => {
    const index = local(kind);
    known.set(node, [index]);
    return index;
  };

  const branch = ({ mostly, then, otherwise }: Unless): readonly number[] => {
    const results = then.map((value) => {
      emit(value);
      const index = local('V');
      put(0x21, ...unsigned(index));
      return index;
    });
    const mask = local('M');
    emit(mostly);
    put(0x22, ...unsigned(mask));
    put(...(vector ? [0xfd, 0xc4, 0x01, 0x41, 0x03, 0x47] : [0x45])); // not in both lanes, or not in the one
    put(0x04, 0x40);
    const outside = known;
    known = new Map(outside); // a value that was named in the branch has no value after it
    for (const [i, value] of otherwise().entries()) {
      if (vector) put(0x20, ...unsigned(results[i]!));
      emit(value);
      if (vector) put(0x20, ...unsigned(mask), 0xfd, 0x52);
      put(0x21, ...unsigned(results[i]!));
    }
    put(0x0b);
    known = outside;
    return results;
  };

  const emit = (node: Node): void => {
    switch (node.op) {
      case 'argument':
        return put(0x41, ...signed(BigInt(16 * node.index)), ...(vector ? [0xfd, 0, 4] : [0x2b, 3]), 0);
      case 'let': {
        const index = known.get(node)?.[0];
        if (index !== undefined) return put(0x20, ...unsigned(index));
        emit(node.value);
        return put(0x22, ...unsigned(keep(node, node.kind)));
      }
      case 'result': {
        const results = known.get(node.of) ?? branch(node.of);
        known.set(node.of, results);
        return put(0x20, ...unsigned(results[node.index]!));
      }
      case 'num':
        if (vector) return put(0xfd, 0x0c, ...bytesOf(node.constant!), ...bytesOf(node.constant!));
        return put(0x44, ...bytesOf(node.constant!));
      case 'int':
        if (vector) return put(0xfd, 0x0c, ...bytesOf(node.constant!), ...bytesOf(node.constant!));
        return put(0x42, ...signed(BigInt.asIntN(64, node.constant as bigint)));
      case 'choose': {
        const [m, then, otherwise] = node.args as readonly [Node, Node, Node];
        [then, otherwise, m].forEach(emit);
        return vector ? put(0xfd, 0x52) : put(0x1b);
      }
      case 'shl':
      case 'shrU':
        emit(node.args[0]!);
        put(vector ? 0x41 : 0x42, ...signed(BigInt(node.constant!)));
        return instruction((vector ? lanes : scalar)[node.op]);
      default:
        node.args.forEach(emit);
        return instruction((vector ? lanes : scalar)[node.op]);
    }
  };

  put(0x41, 32);
  emit(root);
  put(...(vector ? [0xfd, 11, 4] : [0x39, 3]), 0, 0x0b);
  return [...unsigned(locals.length), ...locals.flatMap((type) => [1, type]), ...code];
}

/** The bytes of a module with one function `run` over its memory. */
function moduleOf(root: Node, vector: boolean): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: readonly number[]) => [id, ...unsigned(content.length), ...content];
  const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];
  const body = bodyOf(root, vector);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...name('run'), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

/** A formula as WebAssembly: arguments of each lane in, result of each lane out. */
export function compiled(
  root: Node,
  vector: boolean,
): (lanes: readonly (readonly number[])[]) => readonly number[] {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(root, vector)));
  const { run, memory } = exports as { run: () => void; memory: WebAssembly.Memory };
  const doubles = new Float64Array(memory.buffer);
  return (args) => {
    for (const [lane, values] of args.entries()) {
      for (const [i, value] of values.entries()) doubles[2 * i + lane] = value;
    }
    run();
    return args.map((_, lane) => doubles[4 + lane]!);
  };
}
