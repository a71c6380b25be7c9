import type { Actions } from '../app/actions.ts';
import type { AppState, ViewId } from '../app/state.ts';
import type {} from '../elements/up-lines-chart.ts';
import { views } from './index.ts';

/** What a key does, for the map of keys and for the hand. */
export type Command =
  | 'undo'
  | 'redo'
  | 'base'
  | 'copy'
  | 'present'
  | 'help'
  | 'left'
  | 'right'
  | 'table'
  | 'replay'
  | 'uncertainty'
  | ViewId;

/** Single keys, as written on the key. The screens have the digits, in the order of the rail. */
export const keyMap: readonly { readonly key: string; readonly command: Command }[] = [
  ...views.flatMap(({ id, icon }, i) => (icon === undefined ? [] : [{ key: String(i + 1), command: id }])),
  { key: 'z', command: 'undo' },
  { key: 'Z', command: 'redo' },
  { key: 'b', command: 'base' },
  { key: 's', command: 'copy' },
  { key: 'r', command: 'replay' },
  { key: 'g', command: 'left' },
  { key: 'h', command: 'right' },
  { key: 't', command: 'table' },
  { key: 'u', command: 'uncertainty' },
  { key: 'f', command: 'present' },
  { key: '?', command: 'help' },
];

/** Does what a command says. */
export function run(
  command: Command,
  actions: Actions,
  { document, session }: AppState,
  screen: ParentNode,
): void {
  switch (command) {
    case 'undo':
      return actions.undo();
    case 'redo':
      return actions.redo();
    case 'base':
      return actions.selectStrategy('base');
    case 'copy':
      return actions.duplicateStrategy(document.selected);
    case 'replay':
      return onExplore(() => actions.replay());
    case 'left':
      return onExplore(() => actions.openChartMenu(0));
    case 'right':
      return onExplore(() => actions.openChartMenu(1));
    case 'table':
      return switchTables(screen);
    case 'uncertainty':
      return onExplore(() => actions.showUncertainty(session.uncertainty !== true));
    case 'present':
      return actions.present(!session.presenting);
    case 'help':
      return session.drawer?.id === command ? actions.closeDrawer() : actions.openDrawer(command);
    default:
      return actions.openView(command);
  }

  /** What only the first screen can do. */
  function onExplore(act: () => void): void {
    if (session.view === 'explore') act();
  }
}

/** All charts of a screen as tables, or as charts again when all are. */
function switchTables(screen: ParentNode): void {
  const charts = [...within(screen, 'up-lines-chart')];
  const table = !charts.every((chart) => chart.table);
  for (const chart of charts) chart.table = table;
}

/** Elements of a name, also those inside others. */
function* within<K extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  name: K,
): Generator<HTMLElementTagNameMap[K]> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === name) yield element as HTMLElementTagNameMap[K];
    if (element.shadowRoot !== null) yield* within(element.shadowRoot, name);
  }
}

/**
 * The command of a key that was pressed, or undefined. Where text is written only undo and redo with Control or Command
 * count, and with those keys they always do; single keys can be switched off (WCAG 2.1.4).
 */
export function commandOf(event: KeyboardEvent, singleKeys: boolean): Command | undefined {
  if (event.altKey || event.defaultPrevented) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'z') return undefined;
    return event.shiftKey ? 'redo' : 'undo';
  }
  const target = event.composedPath()[0];
  const writing =
    target instanceof HTMLElement &&
    target.matches('input:not([type=range], [type=radio], [type=checkbox]), select, textarea');
  if (!singleKeys || writing) return undefined;
  return keyMap.find(({ key }) => key === event.key)?.command;
}
