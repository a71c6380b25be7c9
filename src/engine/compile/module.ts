import { Bytes } from './bytes.ts';
import type { WasmFunction, FunctionType } from './function-code.ts';
import { op, valueType } from './opcodes.ts';

const section = { type: 1, function: 3, memory: 5, export: 7, code: 10, data: 11 } as const;
const exportKind = { function: 0, memory: 2 } as const;
const pageBytes = 65_536;

/** A module without imports: its functions by index, one memory, one function to call from outside. */
export interface ModuleParts {
  readonly functions: readonly WasmFunction[];
  readonly run: number;
  /** Least size of the memory, in bytes. */
  readonly memoryBytes: number;
  /** What memory holds from the start. */
  readonly data: readonly Data[];
}

export interface Data {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** The module in the binary format; it exports `run` and `memory`. */
export function encodeModule(parts: ModuleParts): Uint8Array<ArrayBuffer> {
  const { types, typeOf } = gatherTypes(parts.functions);
  const module = new Bytes();
  module.bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  write(module, section.type, types, (out, type) => {
    out.byte(0x60);
    out.vector(type.params.map((t) => valueType[t]));
    out.vector(type.results.map((t) => valueType[t]));
  });
  write(module, section.function, parts.functions, (out, f) => out.unsigned(typeOf(f.type)));
  write(module, section.memory, [Math.ceil(parts.memoryBytes / pageBytes)], (out, pages) => {
    out.byte(0x00);
    out.unsigned(pages);
  });
  const exports = [
    { name: 'run', kind: exportKind.function, index: parts.run },
    { name: 'memory', kind: exportKind.memory, index: 0 },
  ];
  write(module, section.export, exports, (out, item) => {
    out.name(item.name);
    out.byte(item.kind);
    out.unsigned(item.index);
  });
  write(module, section.code, parts.functions, (out, f) => out.vector(f.encode().slice()));
  write(module, section.data, parts.data, (out, { address, bytes }) => {
    out.byte(0x00);
    out.byte(op.i32Const);
    out.signed(address);
    out.byte(op.end);
    out.vector(bytes);
  });
  return module.slice();
}

function write<T>(module: Bytes, id: number, items: readonly T[], item: (out: Bytes, item: T) => void): void {
  const content = new Bytes();
  content.unsigned(items.length);
  for (const each of items) item(content, each);
  module.byte(id);
  module.vector(content.slice());
}

function gatherTypes(functions: readonly WasmFunction[]) {
  const key = (type: FunctionType) => `${type.params.join()}>${type.results.join()}`;
  const types = new Map<string, FunctionType>(functions.map((f) => [key(f.type), f.type]));
  const keys = [...types.keys()];
  return { types: [...types.values()], typeOf: (type: FunctionType) => keys.indexOf(key(type)) };
}
