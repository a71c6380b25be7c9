import type { Language, Theme } from './state.ts';

/** What a person prefers on this machine; never part of the work or of a link. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly singleKeys?: boolean;
  /** The first minute has been met. */
  readonly seen?: boolean;
}

const key = 'uppstroms.preferences';

/** Reads what was saved. Storage that is blocked, or holds something else, gives no preferences. */
export function readPreferences(storage: () => Storage): Preferences {
  const saved = guarded(() => JSON.parse(storage().getItem(key) ?? '{}') as unknown);
  if (typeof saved !== 'object' || saved === null) return {};
  const { language, theme, singleKeys, seen } = saved as Record<string, unknown>;
  return {
    ...(language === 'sv' || language === 'en' ? { language } : {}),
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}),
    ...(seen === true ? { seen } : {}),
  };
}

/** Saves; false when the browser does not allow it or has no room, which the caller may tell. */
export function savePreferences(storage: () => Storage, preferences: Preferences): boolean {
  return (
    guarded(() => {
      storage().setItem(key, JSON.stringify(preferences));
      return true;
    }) ?? false
  );
}

/** Storage throws a DOMException when blocked or full, JSON a SyntaxError when damaged: both mean "nothing there". */
export function guarded<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
