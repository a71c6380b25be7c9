import { guarded } from './preferences.ts';
import { ageOf } from './work-file.ts';

/** What the names of kept works begin with in the browser's storage. */
export const workPrefix = 'uppstroms.work.';
const ownerPrefix = 'uppstroms.tab.';
/** As many works as a person looks through. Files that were only looked at go first, then the oldest. */
const mostWorks = 12;
/** As many others as are never given up to make room. */
const leastKept = 3;

/**
 * Works as text, by id, in this browser. What the browser refuses, because storage is blocked or full, is kept in
 * memory as long as the page lives, so that everything else goes on in the same way.
 */
export interface WorkStore {
  /** Ids of all works that are kept. */
  ids(): readonly string[];
  read(id: string): string | undefined;
  /** Keeps a work; false if it is in memory only. */
  write(id: string, text: string): boolean;
  remove(id: string): void;
  /** The tab that has a work open, as far as is known: a tab that was lost may still be named. */
  owner(id: string): string | undefined;
  setOwner(id: string, tab: string | undefined): void;
}

export function createWorkStore(storage: () => Storage): WorkStore {
  const memory = new Map<string, string>();
  const stored = (): readonly string[] =>
    guarded(() =>
      Array.from({ length: storage().length }, (_, i) => storage().key(i) ?? '')
        .filter((key) => key.startsWith(workPrefix))
        .map((key) => key.slice(workPrefix.length)),
    ) ?? [];
  const ids = (): readonly string[] => [...new Set([...stored(), ...memory.keys()])];
  const read = (id: string): string | undefined =>
    memory.get(id) ?? guarded(() => storage().getItem(workPrefix + id) ?? undefined);
  const put = (id: string, text: string): boolean =>
    guarded(() => {
      storage().setItem(workPrefix + id, text);
      return true;
    }) ?? false;
  const remove = (id: string): void => {
    memory.delete(id);
    guarded(() => {
      storage().removeItem(workPrefix + id);
      storage().removeItem(ownerPrefix + id);
    });
  };
  /** The other works, in the order in which they are given up. */
  const others = (id: string): readonly string[] =>
    ids()
      .filter((other) => other !== id)
      .map((other) => ({ other, ...ageOf(read(other) ?? '') }))
      .sort((a, b) => Number(a.touched) - Number(b.touched) || a.saved - b.saved)
      .map(({ other }) => other);
  /** Where storage is full, others make room; none does when all of them together would not be enough. */
  const putInsteadOfOld = (id: string, text: string): boolean => {
    const oldest = others(id).slice(0, -leastKept);
    if (oldest.reduce((room, old) => room + (read(old)?.length ?? 0), 0) < text.length) return false;
    return oldest.some((old) => {
      remove(old);
      return put(id, text);
    });
  };

  return {
    ids,
    read,
    remove,
    write(id, text) {
      memory.delete(id);
      const kept = put(id, text) || putInsteadOfOld(id, text);
      if (!kept) memory.set(id, text);
      if (ids().length > mostWorks)
        others(id)
          .slice(0, 1 - mostWorks)
          .forEach(remove);
      return kept;
    },
    owner: (id) => guarded(() => storage().getItem(ownerPrefix + id) ?? undefined),
    setOwner(id, tab) {
      guarded(() =>
        tab === undefined ? storage().removeItem(ownerPrefix + id) : storage().setItem(ownerPrefix + id, tab),
      );
    },
  };
}
