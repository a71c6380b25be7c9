import { DT, add, both, call, div, iff, le, lt, mul, num, past, ref, sum } from '../build.ts';
import { piecesOf } from '../containers/contents.ts';
import { ovenState } from '../containers/ovens.ts';
import { batchesOf } from '../containers/batches.ts';
import { contextOf } from '../making.ts';
import { atElements, entryOf } from '../references.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { StockBody } from '../../foreign/foreign-model.ts';
import type { Context, ElementEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

/** What is asked about the container that is named; a complaint if it is none of the kind. */
function about(
  s: CallSite,
  of: (body: StockBody, element: ElementEntry, context: Context) => Expr | undefined,
): Expr {
  const [arg] = s.term.args;
  const entry = arg?.kind === 'name' ? entryOf(arg.name, s.context) : undefined;
  if (arg?.kind !== 'name' || entry?.kind !== 'variable')
    return s.complain('not-supported', { what: `${s.term.name}(…)` });
  return atElements(entry, arg.subscripts, arg.span, s.context, (element) => {
    const { body } = element.definition;
    const found = body.kind === 'stock' ? of(body, element, contextOf(s.context.world, element)) : undefined;
    return found ?? s.complain('not-supported', { what: `${s.term.name}(${element.id})` });
  });
}

/** isee's questions to conveyors and ovens, by their names of today and of before. */
export const containers: readonly ForeignFunction[] = [
  {
    xmile: ['OSTATE'],
    arity: [1, 1],
    lower: (s) => about(s, ({ oven }, { id }) => oven && ref(ovenState(id))),
  },
  {
    // How much has been on a conveyor for a time, or from one time up to another. What has just come on is of age 0.
    xmile: ['AGECOUNT'],
    arity: [2, 3],
    lower: (s) => {
      const [least, most] = [s.plain(1), s.plain(2, num(Infinity))];
      const near = mul(num(1e-6), DT);
      return about(s, ({ conveyor }, element, context) => {
        const slats = conveyor && piecesOf(element, s.term.span, context);
        return (
          slats &&
          sum(
            slats.map((amount, i) => {
              const age = add(mul(num(slats.length - 1 - i), DT), near);
              return iff(both(le(least, age), lt(age, most)), amount, num(0));
            }),
          )
        );
      });
    },
  },
  {
    // The batch at a place in a queue, from the front.
    xmile: ['QELEM'],
    arity: [2, 2],
    lower: (s) => about(s, (_, element, context) => batchesOf(element, context)?.at(s.plain(1))),
  },
  {
    // The number of batches that wait.
    xmile: ['QLEN'],
    arity: [1, 1],
    lower: (s) => about(s, (_, element, context) => batchesOf(element, context)?.count),
  },
  {
    xmile: ['CAPACITY', 'CAP'],
    arity: [1, 1],
    lower: (s) =>
      about(s, ({ conveyor, oven }, _, context) => {
        if (!conveyor && !oven) return undefined;
        const formula = (conveyor ?? oven)!.capacity;
        return formula
          ? context.world.rules.lower(formula.term, { ...context, source: formula.source })
          : num(Infinity);
      }),
  },
  {
    // The time that what enters now will take, or what last did.
    xmile: ['PROCTIME', 'TRANSTIME'],
    arity: [1, 1],
    lower: (s) =>
      about(s, ({ conveyor, inflows }, element, context) => {
        if (!conveyor) return undefined;
        const { length } = conveyor;
        const now = s.aux(
          'time',
          context.world.rules.lower(length.term, { ...context, source: length.source }),
        );
        const steps = mul(call('max', num(1), call('round', div(now, DT))), DT);
        const entering = inflows.flatMap((name) => {
          const entry = entryOf(name, context);
          if (entry?.kind !== 'variable') return [];
          return [atElements(entry, undefined, { from: 0, to: 0 }, context, (e) => ref(e.id))];
        });
        const first = s.frozen('first time', steps);
        return s.loop('taken', (self) => iff(lt(num(0), sum(entering)), steps, past(self, num(1), first)));
      }),
  },
];
