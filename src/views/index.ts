import type { TemplateResult } from 'lit';
import type { ViewId } from '../app/state.ts';
import type { IconName } from '../elements/icons.ts';
import type { ViewContext } from './context.ts';

/** A screen: fetched when first opened. */
export interface ViewEntry {
  readonly id: ViewId;
  /** Its place in the rail; a screen without one is reached from elsewhere. */
  readonly icon?: IconName;
  readonly load: () => Promise<{ readonly render: (context: ViewContext) => TemplateResult }>;
}

/** Every screen of the program, in the order of the rail. */
export const views: readonly ViewEntry[] = [
  { id: 'explore', icon: 'sliders', load: () => import('./explore/up-explore.ts') },
  { id: 'compare', icon: 'compare', load: () => import('./compare/up-compare.ts') },
  { id: 'money', icon: 'coins', load: () => import('./money/up-money.ts') },
  { id: 'life', icon: 'path', load: () => import('./life/up-life.ts') },
  { id: 'model', icon: 'nodes', load: () => import('./model/up-model.ts') },
  { id: 'statement', load: () => import('./statement/up-statement.ts') },
  { id: 'start', load: () => import('./start/up-start.ts') },
  { id: 'cohort', load: () => import('./cohort/up-cohort.ts') },
  { id: 'report', load: () => import('./report/up-report.ts') },
];
