import { canonical } from '../../equation/dialects/names.ts';
import type { ForeignModel } from '../foreign/foreign-model.ts';
import type { Method } from '../../model/model.ts';

type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Where variables stand in the drawing, by canonical name; views after the first are moved below the ones before. */
export function positionsOf(sketch: string): Positions {
  const positions = new Map<string, { x: number; y: number }>();
  let top = 0;
  let bottom = 0;
  for (const line of sketch.split(/\r?\n/)) {
    if (line.startsWith('*')) top = bottom === 0 ? 0 : bottom + 100;
    const found = /^10,\d+,("(?:\\.|[^"])*"|[^,]*),(-?\d+),(-?\d+),/.exec(line);
    if (!found) continue;
    const [name, x, y] = [canonical(found[1]!), Number(found[2]), Number(found[3]) + top];
    bottom = Math.max(bottom, y);
    if (!positions.has(name)) positions.set(name, { x, y });
  }
  return positions;
}

export interface Settings {
  readonly method: Method;
  /** Paths behind names that begin with a question mark. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly calendar?: ForeignModel['calendar'];
  /** What units are also called. */
  readonly units: ForeignModel['units'];
}

/** Vensim's codes 0 to 5; step-halving methods become the fixed ones of the same order. */
const METHODS: readonly Method[] = ['euler', 'rk4', 'euler', 'rk2', 'rk2', 'rk4'];

export function settingsOf(settings: string): Settings {
  const code = Number(/^15:[^,\n]*,[^,\n]*,[^,\n]*,(\d)/m.exec(settings)?.[1] ?? 0);
  const fileNames = new Map<string, string>();
  for (const [, name, path] of settings.matchAll(/^30:(\?[^=\r\n]+)=([^\r\n]+)/gm)) {
    fileNames.set(name!.trim().toLowerCase(), path!.trim().replaceAll('\\', '/'));
  }
  const line = (number: number): number =>
    Number(new RegExp(`^${number}:\\s*(\\d+)`, 'm').exec(settings)?.[1]);
  const [year, month, day, unit] = [line(37), line(38), line(39), line(40)] as const;
  const dated = [year, month, day, unit].every((n) => !Number.isNaN(n));
  return {
    method: METHODS[code] ?? 'euler',
    fileNames,
    units: [...settings.matchAll(/^22:([^\r\n]+)/gm)].map(([, names = '']) => {
      const [name = '', ...aliases] = names.split(',');
      return { name, aliases };
    }),
    ...(dated ? { calendar: { year, month, day, unit } } : {}),
  };
}
