import type { Browser } from 'playwright';

/** What every measurement may use; both are made once for the whole run. */
export interface Bench {
  /** The built site, served with its headers; ends with a slash. */
  readonly siteUrl: string;
  readonly browser: Browser;
}

/** One row of the table. A benchmark informs and never fails: `goal` is shown beside the result. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'µs' | 'kB' | 'ratio';
  /** At most this. */
  readonly goal?: number;
  /** What it is a share of, and its name among the ratios to that. */
  readonly ratioTo?: { readonly reference: 'c' | 'js'; readonly key: string };
  /** Needs neither the site nor a browser: `sample` may ignore them. */
  readonly alone?: boolean;
  /** One number for each repetition, after a warm-up that is left out. */
  readonly sample: (bench: Bench) => Promise<readonly number[]>;
}

/** Times `work` again and again, in milliseconds. */
export async function timed(repetitions: number, work: () => unknown): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let i = -Math.ceil(repetitions / 10); i < repetitions; i++) {
    const start = performance.now();
    await work();
    if (i >= 0) samples.push(performance.now() - start);
  }
  return samples;
}
