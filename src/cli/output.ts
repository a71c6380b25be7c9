import type { Run } from '../model/experiment.ts';

/** A run as JSON: times, each series by its name, and the account of each stock. */
export function* jsonOf({ times, names, values, balance }: Run): Iterable<string> {
  yield `{"time":${JSON.stringify([...times])},\n"series":{`;
  for (const [i, name] of names.entries()) {
    const series = [...values.subarray(i * times.length, (i + 1) * times.length)];
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(name)}:${JSON.stringify(series)}`;
  }
  yield `},\n"balance":${JSON.stringify(balance)}}\n`;
}
