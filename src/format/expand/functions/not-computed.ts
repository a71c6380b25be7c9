import { canonical } from '../../../equation/dialects/names.ts';
import type { DiagnosticArgs } from '../../../base/diagnostic.ts';

type Why = DiagnosticArgs['not-computed']['why'];

const NAMES: Readonly<Record<Why, readonly string[]>> = {
  database: ['GET ODBC CONSTANTS', 'GET ODBC DATA', 'GET ODBC LOOKUPS'],
  'run-file': ['GET VDF CONSTANTS', 'GET VDF DATA', 'GET VDF LOOKUPS'],
  'marked-flows': [
    'ATTRCOUNT', 'ATTRMAX', 'ATTRMEAN', 'ATTRMIN', 'ATTRSDDEV', 'CTFLOW', 'CTMAX', 'CTMEAN', 'CTMIN', 'CTSTDDEV',
    'CYCLETIME', 'THROUGHPUT',
  ],
  'not-described': ['GET DATA ATTRIBUTE', 'IRR', 'ITEM', 'REWORK', 'TASK AVAILABLE'],
}; // prettier-ignore

/** Functions of Vensim and isee that are known and not computed: a model that calls one is told why, by its name. */
export const notComputed: ReadonlyMap<string, Why> = new Map(
  (Object.keys(NAMES) as Why[]).flatMap((why) => NAMES[why].map((name) => [canonical(name), why] as const)),
);

export const whyNotComputed = (name: string): Why | undefined => notComputed.get(canonical(name));
