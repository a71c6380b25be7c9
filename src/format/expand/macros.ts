import { canonical, displayName } from '../../equation/dialects/names.ts';
import { arrayIn, wantsArray } from './array-inputs.ts';
import { isPlain, num, ref } from './build.ts';
import { addCompleteRun, plain } from './complete-runs.ts';
import { hiddenId, make } from './making.ts';
import { makeScope } from './scope.ts';
import { complain, limits } from './world.ts';
import type { Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { Macro } from '../foreign/foreign-model.ts';
import type { Context, Scope } from './world.ts';

type Call = Extract<Term, { kind: 'call' }>;

/** The macro of that name with that number of inputs; a macro may have the name of a function. */
export function macroFor(term: Call, context: Context): Macro | undefined {
  const all = context.world.foreign.macros.get(canonical(term.name)) ?? [];
  const fits = (m: Macro): boolean =>
    term.args.length <= m.inputs.length &&
    m.inputs.slice(term.args.length).every((input) => input.fallback !== undefined);
  return all.find((m) => m.inputs.length === term.args.length) ?? all.find(fits);
}

/** What one use of a macro counts for at least, in nodes. */
const macroNodes = 200;

/** Each use of a macro has variables of its own. */
export function expandMacro(macro: Macro, term: Call, context: Context): Expr {
  const { world } = context;
  const depth = context.scope.depth + 1;
  if (depth > limits.macroDepth) {
    complain(context, term.span, 'circular-macro', { name: macro.name });
    return num(NaN);
  }
  // Macros that use others twice each grow beyond bounds within a few lines.
  world.size += macroNodes;
  if (world.size > limits.nodes || world.made.size >= limits.variables) {
    complain(context, term.span, 'too-many', {
      what: 'parts',
      count: limits.nodes + 1,
      limit: limits.nodes,
    });
    return num(NaN);
  }
  const prefix = `${hiddenId(context, macro.name)}|`;
  const parent = context.scope;
  const scope: Scope = makeScope(world, macro.body, { prefix, parent, hidden: true, depth, around: [] });
  const { complete } = macro.body;
  // What belongs to a run of its own is told by its name.
  const inner: Context = { ...context, scope, ...(complete ? { owner: `${prefix}${macro.name}` } : {}) };
  for (const [i, input] of macro.inputs.entries()) {
    const given = term.args[i];
    const whole = given && wantsArray(macro, input.name, context) ? arrayIn(given, context) : undefined;
    if (whole) {
      scope.entries.set(canonical(input.name), whole);
      continue;
    }
    const expr = given
      ? context.world.rules.lower(given, context)
      : input.fallback
        ? context.world.rules.lower(input.fallback.term, { ...context, scope, source: input.fallback.source })
        : num(NaN);
    scope.entries.set(canonical(input.name), { kind: 'bound', expr: bound(expr, input.name) });
  }
  if (complete) addCompleteRun(complete, prefix, { ...context, scope });
  world.rules.emitScope(world, scope);
  for (const [i, output] of macro.outputs.entries()) {
    const target = term.outputs[i];
    const entry = target?.kind === 'name' ? context.scope.entries.get(canonical(target.name)) : undefined;
    if (target?.kind !== 'name' || entry?.kind !== 'variable' || !entry.given) continue;
    const span = { from: 0, to: 0 };
    const expr = context.world.rules.lower({ kind: 'name', name: output, span }, inner);
    make(context, outputId(target.name, context), { kind: 'aux', expr }, false);
  }
  const { term: value, source } = macro.value ?? {
    term: { kind: 'name', name: macro.name, span: term.span },
    source: context.source,
  };
  const result = context.world.rules.lower(value, { ...inner, source });
  if (!complete || result.kind === 'number') return result;
  // The value is that at the end of the run.
  make(context, `${prefix}${macro.name}|value`, { kind: 'aux', expr: result });
  return ref(`${prefix}${macro.name}|value`);

  /** Worked out once, by the times of the call. */
  function bound(expr: Expr, name: string): Expr {
    if (complete) return plain(expr, context);
    if (isPlain(expr)) return expr;
    make(context, `${prefix}${name}`, { kind: 'aux', expr });
    return ref(`${prefix}${name}`);
  }
}

/** A further result has the subscripts of the equation that it comes from. */
export function outputId(name: string, context: Pick<Context, 'left' | 'scope' | 'world'>): string {
  const { left, scope, world } = context;
  const list = left.length === 0 ? '' : `[${left.map((s) => world.dimensions.display(s)).join(',')}]`;
  return `${scope.prefix}${displayName(name)}${list}`;
}
