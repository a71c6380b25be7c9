import type { RiverLayout } from './layout.ts';
import type { StageLayout } from './stage-layout.ts';

/** Where everything is, in either kind of picture: along the ages of a life, or in stages. */
export type AnyLayout = RiverLayout | StageLayout;
