import type { TemplateResult } from 'lit';
import type { ViewContext } from './context.ts';

/** A screen: fetched when first opened. */
export interface ViewEntry {
  readonly id: string;
  readonly load: () => Promise<{ readonly render: (context: ViewContext) => TemplateResult }>;
}

/** Every screen of the program, in the order of the rail. */
export const views: readonly ViewEntry[] = [{ id: 'explore', load: () => import('./explore/up-explore.ts') }];
