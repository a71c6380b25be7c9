/**
 * A stream of a compound file ([MS-CFB]), the container of old Office documents; undefined if there is none. Chains
 * that lead outside the file or round in circles end where they do so.
 */
export function streamOf(bytes: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || view.getUint32(0, true) !== 0xe011cfd0) return undefined;
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  const miniSize = 1 << Math.min(view.getUint16(32, true), 16);
  const miniLimit = view.getUint32(56, true);
  const sector = (index: number): Uint8Array | undefined => {
    const from = (index + 1) * sectorSize;
    return index < MAX_SECTOR && from + sectorSize <= bytes.length
      ? bytes.subarray(from, from + sectorSize)
      : undefined;
  };

  // The table of sectors: its first 109 sectors are listed in the header, further ones in a chain.
  const tableSectors: number[] = [];
  for (let i = 0; i < 109; i++) tableSectors.push(view.getUint32(76 + 4 * i, true));
  let more = view.getUint32(68, true);
  for (let guard = 0; guard < 1000; guard++) {
    const list = sector(more);
    if (!list) break;
    const numbers = words(list);
    tableSectors.push(...numbers.slice(0, -1));
    more = numbers.at(-1)!;
  }
  const table = tableSectors.flatMap((index) => words(sector(index)));

  const chain = (start: number, next: readonly number[]): readonly number[] => {
    const seen = new Set<number>();
    for (let index = start; index < MAX_SECTOR && !seen.has(index); index = next[index] ?? MAX_SECTOR)
      seen.add(index);
    return [...seen];
  };
  const joined = (start: number): Uint8Array =>
    join(chain(start, table).flatMap((index) => sector(index) ?? []));

  const directory = joined(view.getUint32(48, true));
  const entries = Array.from({ length: Math.floor(directory.length / 128) }, (_, i) =>
    entryOf(directory, i * 128),
  );
  const root = entries[0];
  const found = names
    .map((name) => entries.find((e) => e.name === name && e.kind === 2))
    .find((e) => e !== undefined);
  if (!root || !found) return undefined;
  if (found.size >= miniLimit) return joined(found.start).subarray(0, found.size);
  const mini = joined(root.start);
  const miniTable = words(joined(view.getUint32(60, true)));
  const pieces = chain(found.start, miniTable).map((i) => mini.subarray(i * miniSize, (i + 1) * miniSize));
  return join(pieces).subarray(0, found.size);
}

/** Numbers from here on mark ends and free sectors. */
const MAX_SECTOR = 0xfffffffa;

function words(bytes: Uint8Array | undefined): number[] {
  if (!bytes) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function entryOf(directory: Uint8Array, at: number) {
  const view = new DataView(directory.buffer, directory.byteOffset + at, 128);
  const length = Math.max(0, Math.min(view.getUint16(64, true), 64) - 2);
  const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length));
  return { name, kind: view.getUint8(66), start: view.getUint32(116, true), size: view.getUint32(120, true) };
}
