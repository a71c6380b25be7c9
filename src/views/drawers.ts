import type { TemplateResult } from 'lit';
import type { DrawerId } from '../app/state.ts';
import type { ViewContext } from './context.ts';

/** What is opened beside a screen: fetched when first asked for. */
export interface DrawerEntry {
  readonly id: DrawerId;
  /** `about` is what the drawer tells of: a lever, a variable. Its first heading is the drawer's name. */
  readonly load: () => Promise<{
    readonly renderDrawer: (context: ViewContext, about: string | undefined) => TemplateResult;
  }>;
}

/** Every drawer of the program. */
export const drawers: readonly DrawerEntry[] = [
  { id: 'assumptions', load: () => import('./assumptions/up-assumptions.ts') },
  { id: 'help', load: () => import('./help/up-help.ts') },
  { id: 'history', load: () => import('./history/up-history.ts') },
  { id: 'lever', load: () => import('./lever/up-lever-drawer.ts') },
  { id: 'why', load: () => import('./why/up-why-drawer.ts') },
  { id: 'open', load: () => import('./open/up-open.ts') },
  { id: 'share', load: () => import('./share/up-share.ts') },
];
