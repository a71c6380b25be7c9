// Runs before the first paint, as a file of its own that the build writes into the page's head: what is painted first is
// then in the right language and theme, and what the coming screen needs is on its way before the program has come.
import { firstModel } from './app/first-model.ts';
import { guarded, readPreferences } from './app/preferences.ts';
import { workPrefix } from './app/work-store.ts';

/** What a screen, and the first model, are fetched with: written here by the build, empty while developing. */
declare const FILES: { readonly [screen: string]: readonly string[] | undefined };
const files = FILES;

const storage = (): Storage => window.localStorage;
const { language, theme, seen } = readPreferences(storage);
const link = new URLSearchParams(location.hash.slice(1));
const keepsWork = guarded(() => Object.keys(storage()).some((key) => key.startsWith(workPrefix))) ?? false;

/** The browser's first language that the program speaks. */
const spoken = navigator.languages.map((l) => l.slice(0, 2)).find((l) => l === 'sv' || l === 'en');
const linked = link.get('lang');

/** The screen that comes, where that can be told without opening anything. */
function comingScreen(): string {
  if (link.has('z')) return 'unknown';
  if (location.hash.length > 1) return link.get('view') ?? 'explore';
  return keepsWork ? 'unknown' : seen ? 'explore' : 'start';
}

const screen = comingScreen();
const isFirstModel =
  screen !== 'unknown' && !link.has('file') && (link.get('model') ?? firstModel) === firstModel;
const isFirstPlace = isFirstModel && !link.has('preset') && !link.has('town');

const root = document.documentElement;
root.lang = linked === 'sv' || linked === 'en' ? linked : (language ?? spoken ?? 'sv');
if (theme !== undefined && theme !== 'system') root.dataset['theme'] = theme;
root.dataset['coming'] = screen === 'start' && isFirstPlace ? 'start' : 'other';

for (const file of [...(files[screen] ?? []), ...((isFirstModel ? files['model'] : undefined) ?? [])]) {
  const early = document.createElement('link');
  early.rel = 'modulepreload';
  early.href = file;
  early.fetchPriority = 'low';
  document.head.append(early);
}

// The network may go between the page and its program: that is said, in place of what would never come.
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) root.dataset['coming'] = 'nothing';
  },
  true,
);
