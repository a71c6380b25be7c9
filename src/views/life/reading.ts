import type { LifeCourse, PlaceKind } from '../../model/life.ts';
import { placeAt, type Life, type Stay } from '../../model/lives.ts';

/** What one life amounts to. */
export interface LifeReading {
  /** Years in places outside or between agencies, childhood and school apart. */
  readonly outside: number;
  /** Years in which nobody is responsible. */
  readonly withNobody: number;
  /** Times that the responsibility goes from one to another. */
  readonly handovers: number;
}

export const kindOf = ({ places }: LifeCourse, place: string): PlaceKind => places[place]?.kind ?? 'outside';

/** Outside work and studies, whoever has the responsibility or has it not. */
export const isOutside = (kind: PlaceKind): boolean => kind === 'outside' || kind === 'between';

/** Whether a stay begins with another being responsible than before. */
export function isHandover({ places }: LifeCourse, before: Stay | undefined, stay: Stay): boolean {
  if (before === undefined) return false;
  return places[before.place]?.responsible?.sv !== places[stay.place]?.responsible?.sv;
}

export function readLife(course: LifeCourse, life: Life): LifeReading {
  const years = (counts: (stay: Stay) => boolean): number =>
    life.reduce((sum, stay) => (counts(stay) ? sum + stay.to - stay.from : sum), 0);
  return {
    outside: years(({ place }) => isOutside(kindOf(course, place))),
    withNobody: years(({ place }) => course.places[place]?.responsible === undefined),
    handovers: life.filter((stay, i) => isHandover(course, life[i - 1], stay)).length,
  };
}

/** The year from which two lives go different ways; undefined if they never do. */
export function partingOf(life: Life, other: Life): number | undefined {
  for (const [i, stay] of life.entries()) {
    const beside = other[i];
    if (beside === undefined || beside.place !== stay.place) return stay.from;
    if (Math.abs(beside.to - stay.to) > 1e-9) return Math.min(beside.to, stay.to);
  }
  return undefined;
}

/** Where a hundred are in a year, and who of them is on another side than in base. */
export interface Hundred {
  readonly kinds: readonly PlaceKind[];
  readonly outside: number;
  readonly outsideInBase: number;
  /** Lives by number: inside now and outside in base, and the other way about. */
  readonly better: readonly number[];
  readonly worse: readonly number[];
}

export function hundredAt(
  course: LifeCourse,
  lives: readonly Life[],
  inBase: readonly Life[],
  age: number,
): Hundred {
  const kinds = lives.map((life) => kindOf(course, placeAt(life, age)));
  const before = inBase.map((life) => kindOf(course, placeAt(life, age)));
  const numbers = kinds.map((_, i) => i);
  return {
    kinds,
    outside: kinds.filter(isOutside).length,
    outsideInBase: before.filter(isOutside).length,
    better: numbers.filter((i) => !isOutside(kinds[i]!) && isOutside(before[i]!)),
    worse: numbers.filter((i) => isOutside(kinds[i]!) && !isOutside(before[i]!)),
  };
}
