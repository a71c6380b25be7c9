import { must } from '../base/assert.ts';
import { streamOf, uniformOf } from '../base/random.ts';
import { fail, ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import { seriesOf, type Run } from '../model/experiment.ts';
import type { LifeCourse, PlaceKind } from '../model/life.ts';
import { placeAt, type Life, type Lives, type LivesRequest, type Stay } from '../model/lives.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import { chainSeries, statesOf } from './individual.ts';

/**
 * Lives drawn from a model of many: people in the same stock are alike and without memory, and leave at the rates of the run
 * at their age, flow over stock. Ages that hold for all, as those of school, are kept to instead: only then does a life
 * have ages, since nobody is in school at thirty because a model's stock is well mixed. Each flow has its own clock for each
 * person and visit, so that the same person under another policy differs by what the policy changes and by nothing else.
 */
export function drawLives(
  engine: ManyEngine,
  handle: ModelHandle,
  request: LivesRequest,
): Result<Lives, readonly Diagnostic[]> {
  const model = engine.modelOf(handle);
  const course = must(model.life, 'a model that follows lives');
  const series = chainSeries(model);
  const now = engine.run(handle, request.experiment, { series });
  if (!now.ok) return fail(now.error);
  const base = engine.run(handle, request.base, { series });
  if (!base.ok) return fail(base.error);
  const [lives, inBase] = [now.value, base.value].map((run) => {
    const live = createLives(model, course, run, request);
    return Array.from({ length: request.counted }, (_, child) => live(child));
  });
  const shares = (all: readonly Life[]) => request.ages.map((age) => sharesAt(course, all, age));
  return ok({
    request,
    lives: lives!.slice(0, request.count),
    inBase: inBase!.slice(0, request.count),
    shares: shares(lives!),
    sharesInBase: shares(inBase!),
  });
}

function sharesAt(
  course: LifeCourse,
  lives: readonly Life[],
  age: number,
): Readonly<Record<PlaceKind, number>> {
  const counts: Record<PlaceKind, number> = { school: 0, inside: 0, between: 0, outside: 0 };
  for (const life of lives) counts[must(course.places[placeAt(life, age)], 'a place').kind]++;
  for (const kind of Object.keys(counts) as PlaceKind[]) counts[kind] /= Math.max(1, lives.length);
  return counts;
}

/** One way out of a stock. */
interface Way {
  readonly flow: VariableId;
  readonly to: VariableId;
  /** Rate per year at each saved row. */
  readonly rates: Float64Array;
  /** The clocks of all children. */
  readonly draw: (index: number) => number;
}

interface Ways {
  /** The age at which all leave, with those ways; Infinity without one. */
  readonly until: number;
  /** Ways that are open all the time. */
  readonly open: readonly Way[];
  /** Ways that are taken when the age has come. */
  readonly then: readonly Way[];
}

/** The ways from where a flow out of the model led. */
const staying: Pick<Ways, 'open' | 'then'> = { open: [], then: [] };

/** More visits to one stock than anybody makes. */
const mostVisits = 64;

function createLives(
  model: Model,
  course: LifeCourse,
  run: Run,
  { birth, seed }: LivesRequest,
): (child: number) => Life {
  const ways = waysOf(model, course, run, seed);
  const { times } = run;
  const first = times.findIndex((time) => time >= birth);

  return (child) => {
    const stays: Stay[] = [];
    const visits = new Map<VariableId, number>();
    let place = course.begins;
    let by: VariableId | undefined;
    let age = 0;
    while (age < course.ends) {
      const visit = visits.get(place) ?? 0;
      visits.set(place, visit + 1);
      const { until, open, then } = ways.get(place) ?? { ...staying, until: course.ends };
      const end = Math.min(until, course.ends);
      const index = child * mostVisits + Math.min(visit, mostVisits - 1);
      const left = leaves(open, index, age, end);
      stays.push({ place, from: age, to: left?.age ?? end, by });
      const next = left?.way ?? (end < course.ends ? chosen(then, index, end) : undefined);
      if (next === undefined) break;
      age = left?.age ?? end;
      place = next.to;
      by = next.flow;
    }
    return stays;
  };

  /** The first clock to ring between two ages, if any does. */
  function leaves(
    open: readonly Way[],
    index: number,
    from: number,
    end: number,
  ): { readonly way: Way; readonly age: number } | undefined {
    const left = open.map((way) => -Math.log(way.draw(index)));
    for (let row = rowAt(from), age = from; age < end; row++) {
      const next = Math.min(end, Math.max(age, ageOf(row + 1)));
      let soonest = next;
      let found: Way | undefined;
      for (const [i, way] of open.entries()) {
        const rate = way.rates[Math.min(row, times.length - 1)]!;
        const at = age + left[i]! / rate;
        if (at < soonest) [soonest, found] = [at, way];
        left[i]! -= rate * (next - age);
      }
      if (found !== undefined) return { way: found, age: soonest };
      age = next;
      if (row >= times.length) return undefined;
    }
    return undefined;
  }

  /** One of the ways that are open at an age, in proportion to how many take each. */
  function chosen(then: readonly Way[], index: number, age: number): Way | undefined {
    const row = Math.min(rowAt(age), times.length - 1);
    const sum = then.reduce((all, way) => all + way.rates[row]!, 0);
    let rest = sum * (then[0]?.draw(index) ?? 0);
    return then.find((way) => (rest -= way.rates[row]!) < 0) ?? then.at(-1);
  }

  function rowAt(age: number): number {
    let row = first;
    while (row + 1 < times.length && times[row + 1]! - birth <= age) row++;
    return row;
  }

  /** The age at a row; after the last row time goes on with its rates. */
  function ageOf(row: number): number {
    return row < times.length ? times[row]! - birth : Infinity;
  }
}

function waysOf(
  model: Model,
  { stages, ends, places }: LifeCourse,
  run: Run,
  seed: number,
): ReadonlyMap<VariableId, Ways> {
  const states = statesOf(model);
  const into = new Map<VariableId, VariableId>();
  for (const id of states) {
    const stock = must(model.variables.get(id), id);
    if (stock.kind === 'stock') for (const flow of stock.inflows) into.set(flow, id);
  }
  return new Map(
    states.map((id) => {
      const stock = must(model.variables.get(id), id);
      const stage = stages.find(({ stocks }) => stocks.includes(id));
      const people = must(seriesOf(run, id), id);
      const ways = (stock.kind === 'stock' ? stock.outflows : []).flatMap((flow): Way[] => {
        const to = into.get(flow) ?? (Object.hasOwn(places, flow) ? flow : undefined);
        // What leads out of the model to no place is growing old or moving away, which is not followed.
        if (to === undefined) return [];
        const through = must(seriesOf(run, flow), flow);
        const stream = streamOf(seed, flow);
        return [
          {
            flow,
            to,
            rates: through.map((value, i) => (people[i]! > 0 ? Math.max(0, value) / people[i]! : 0)),
            draw: (index) => uniformOf(stream(index)),
          },
        ];
      });
      const stays = (way: Way): boolean => stage?.stocks.includes(way.to) === true;
      return [
        id,
        stage === undefined
          ? { until: ends, open: ways, then: [] }
          : {
              until: stage.until,
              open: ways.filter(stays),
              then: ways.filter((way) => !stays(way)),
            },
      ] as const;
    }),
  );
}
