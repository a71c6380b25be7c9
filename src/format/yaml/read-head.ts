import { parse } from 'yaml';
import type { Bilingual } from '../../model/variable.ts';

/** What a list of models shows, without reading the models. */
export interface ModelHead {
  readonly name: Bilingual;
  /** The word of the file, such as `year`. */
  readonly timeUnit: string;
  /** Time from the start to the end of a run. */
  readonly length: number;
}

/**
 * Reads only `name` and `sim_specs` of a model file: a list of models must not wait for a second's work. Undefined if
 * they are not written as the schema asks, which reading the whole file would tell of.
 */
export function readHead(text: string): ModelHead | undefined {
  const name = section(text, 'name');
  const specs = section(text, 'sim_specs');
  const [sv, en] = [name['sv'], name['en']];
  const [start, stop, timeUnit] = [Number(specs['start']), Number(specs['stop']), specs['time_unit']];
  if (typeof sv !== 'string' || typeof en !== 'string' || typeof timeUnit !== 'string') return undefined;
  return { name: { sv, en }, timeUnit, length: stop - start };
}

/** A top-level key with the lines that belong to it, as an object; empty if it is not there or not a mapping. */
function section(text: string, key: string): Readonly<Record<string, unknown>> {
  const lines = new RegExp(`^${key}:.*(?:\\n(?:[ \\t].*)?)*`, 'm').exec(text)?.[0] ?? '';
  const value = (parse(lines, { logLevel: 'silent', schema: 'core' }) as Record<string, unknown> | null)?.[
    key
  ];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
