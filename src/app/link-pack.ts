import { deflateSync, inflateSync } from 'fflate';

/** A long link made short: deflated, in the 64 characters that an address carries as they are. */
export function pack(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * What `pack` was given, or undefined if the text is not its work or unpacks to more than `limit` bytes: a few
 * characters of a stranger's may stand for gigabytes.
 */
export function unpack(packed: string, limit: number): string | undefined {
  if (packed.length > limit || !/^[\w-]+$/.test(packed)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    // Room for one byte more than allowed: a full room is too much, and nothing beyond it is written.
    const room = inflateSync(bytes, { out: new Uint8Array(limit + 1) });
    return room.length > limit ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(room);
  } catch {
    return undefined;
  }
}
