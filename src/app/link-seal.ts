import type { LinkParts } from './link-view.ts';

/**
 * Four characters that go with a work: a link of which something has been lost or changed on the way is told of. No lock:
 * who writes a link by hand leaves the seal out.
 */
export function sealOf(work: LinkParts): string {
  let hash = 0x811c9dc5;
  for (const [key, value] of work) {
    for (const character of `${key}=${value}&`) {
      hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
    }
  }
  return (hash % 36 ** 4).toString(36).padStart(4, '0');
}

/** The version, and the seal of what follows. */
export const sealed = (version: string, work: LinkParts): string => `${version}x${sealOf(work)}`;
