import type { Expr } from './expr.ts';

/**
 * What an expression holds still while a step is worked out in stages: it is worked out as the step begins, and after that
 * read from what the step began with. Undefined for any other expression.
 */
export const heldIn = (expr: Expr): Expr | undefined =>
  expr.kind === 'if' &&
  expr.otherwise.kind === 'past' &&
  expr.otherwise.steps.kind === 'number' &&
  expr.otherwise.steps.value === 0
    ? expr.then
    : undefined;
