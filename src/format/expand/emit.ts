import { error } from '../../base/diagnostic.ts';
import { call, lookup, num } from './build.ts';
import { contextOf, make } from './making.ts';
import { dataValue, readingCall } from './data-variables.ts';
import { externalCurve, readsTable } from './tables.ts';
import { shaped } from './curves.ts';
import { emitStock } from './stocks.ts';
import { descend } from './qualified.ts';
import { isFull } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { Body } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry, Scope, World } from './world.ts';

/** Makes every variable of a scope and of the modules in it. */
export const emitScope = (world: World, scope: Scope): void => emitInstances(world, [scope]);

/** Variable by variable, so that the elements of an array of modules stand together as those of other arrays do. */
function emitInstances(world: World, scopes: readonly Scope[]): void {
  const [first] = scopes;
  for (const key of first?.entries.keys() ?? [])
    for (const scope of scopes) {
      const entry = scope.entries.get(key);
      if (entry?.kind !== 'variable' || entry.given) continue;
      for (const element of entry.elements.values()) {
        if (isFull(world)) return;
        emitElement(world, scope, element);
      }
    }
  for (const name of first?.modules.keys() ?? []) emitInstances(world, descend(scopes, [name]));
}

function emitElement(world: World, home: Scope, element: ElementEntry): void {
  const { id, definition } = element;
  world.at = { ...definition.place, variable: id };
  const context = contextOf(world, element);
  const hidden = home.hidden || definition.hidden === true;
  const { body } = definition;
  switch (body.kind) {
    case 'stock':
      return emitStock(element, body, context, hidden);
    case 'numbers': {
      const value = body.values.length === 1 ? body.values[0] : body.values[element.place];
      if (value === undefined) {
        world.report(
          error(
            'subscript-count',
            { name: definition.name, expected: element.place + 1, found: body.values.length },
            definition.place,
          ),
        );
      }
      return make(context, id, { kind: 'aux', expr: num(value ?? NaN) }, hidden);
    }
    case 'curve':
      return make(context, id, { kind: 'table', ...shaped(body.curve, body.shape) }, hidden);
    case 'data':
      return make(
        context,
        id,
        { kind: 'aux', expr: dataValue(element, body.interpolation, context) },
        hidden,
      );
    case 'none':
      world.report(error('no-equation', { name: id }, { ...definition.place, variable: id }));
      return;
    case 'formula':
      if (readsTable(element, context)) {
        const curve = externalCurve(element, context);
        if (curve) make(context, id, { kind: 'table', ...shaped(curve, 'continuous') }, true);
        return;
      }
      return make(context, id, { kind: body.flow ? 'flow' : 'aux', expr: formula(body, context) }, hidden);
  }
}

function formula(body: Extract<Body, { kind: 'formula' }>, context: Context): Expr {
  let expr = retold(body, context.world.rules.lower(body.term, context), context);
  if (body.curve) {
    const id = `${context.owner}|curve`;
    make(context, id, { kind: 'table', ...shaped(body.curve, body.shape ?? 'continuous') });
    expr = lookup(id, expr);
  }
  return body.uniflow ? call('max', expr, num(0)) : expr;
}

/** `x :RAW: := y`, where y are data or are named after some: the same points, with this variable's way between them. */
function retold({ interpolation }: Extract<Body, { kind: 'formula' }>, expr: Expr, context: Context): Expr {
  if (!interpolation) return expr;
  const { world } = context;
  let named = expr;
  for (let hops = 0; hops < 10 && named.kind === 'ref'; hops++) {
    const element = world.elements.get(named.name);
    const body = element?.definition.body;
    if (element && (body?.kind === 'data' || readingCall(element, 'data')))
      return dataValue(element, interpolation, context);
    if (!element || body?.kind !== 'formula' || body.term.kind !== 'name') break;
    named = world.rules.lower(body.term, contextOf(world, element));
  }
  return expr;
}
