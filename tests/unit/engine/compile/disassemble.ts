import { memoryCopy, op, simd } from '../../../../src/engine/compile/opcodes.ts';

/** An instruction: its name in the table of opcodes, and its first immediate where that is an index or an integer. */
export interface Instruction {
  readonly name: string;
  readonly index?: number;
}

const nameIn = (table: Readonly<Record<string, number>>) =>
  new Map(Object.entries(table).map(([name, code]) => [code, name]));
const { saturating, i32TruncSatF64U, ...plain } = op;
const { prefix, ...twoLanes } = simd;
const [plainNames, laneNames] = [nameIn(plain), nameIn(twoLanes)];

/**
 * The instructions of each function of a module, in the order of its code section, by the binary format (core
 * specification §5.4). It knows the instructions that kernels use; another one is an error.
 */
export function disassemble(module: Uint8Array): readonly (readonly Instruction[])[] {
  const view = new DataView(module.buffer, module.byteOffset, module.byteLength);
  let at = 8;
  const byte = (): number => view.getUint8(at++);
  const leb = (): number => {
    let [value, weight] = [0, 1];
    for (;;) {
      const next = byte();
      value += (next & 0x7f) * weight;
      weight *= 0x80;
      if (next < 0x80) return value;
    }
  };
  const skip = (bytes: number): void => {
    at += bytes;
  };
  const named = (names: ReadonlyMap<number, string>, code: number): string => {
    const name = names.get(code);
    if (name === undefined) throw new Error(`Instruction ${code} at byte ${at} is not known.`);
    return name;
  };

  const instruction = (): Instruction => {
    const code = byte();
    if (code === saturating) {
      const which = leb();
      if (which === i32TruncSatF64U) return { name: 'i32TruncSatF64U' };
      if (which !== memoryCopy[1])
        throw new Error(`Instruction ${code} ${which} at byte ${at} is not known.`);
      skip(2);
      return { name: 'memoryCopy' };
    }
    if (code === prefix) {
      const lanes = leb();
      const name = named(laneNames, lanes);
      if (lanes === simd.load || lanes === simd.loadSplat || lanes === simd.store) memory();
      else if (lanes === simd.const || lanes === simd.shuffle) skip(16);
      else if (lanes === simd.extractLane || lanes === simd.replaceLane) skip(1);
      return { name: `two ${name}` };
    }
    const name = named(plainNames, code);
    switch (code) {
      case op.loop:
      case op.if:
        skip(1);
        return { name };
      case op.br:
      case op.brIf:
      case op.call:
      case op.localGet:
      case op.localSet:
      case op.localTee:
      case op.i32Const:
      case op.i64Const:
        return { name, index: leb() };
      case op.i32Load:
      case op.f64Load:
      case op.f64Store:
        memory();
        return { name };
      case op.f64Const:
        skip(8);
        return { name };
      default:
        return { name };
    }
  };
  const memory = (): void => {
    leb();
    leb();
  };

  for (;;) {
    const section = byte();
    const length = leb();
    if (section === 10) break;
    skip(length);
  }
  return Array.from({ length: leb() }, () => {
    const size = leb();
    const end = at + size;
    for (let runs = leb(); runs > 0; runs--) {
      leb();
      skip(1);
    }
    const code: Instruction[] = [];
    while (at < end) code.push(instruction());
    return code;
  });
}

/** The instructions of the function's only loop, or of the outer one if it lies in another. */
export function loopOf(code: readonly Instruction[]): readonly Instruction[] {
  const from = code.findIndex(({ name }) => name === 'loop');
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    const { name } = code[i]!;
    if (name === 'loop' || name === 'if') depth++;
    if (name === 'end' && --depth === 0) return code.slice(from, i + 1);
  }
  throw new Error('There is no loop.');
}
