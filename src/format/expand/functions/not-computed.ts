import { canonical } from '../../../equation/dialects/names.ts';

/** Functions of Vensim and isee that are known and not computed: a model that calls one is told so by its name. */
export const notComputed: ReadonlySet<string> = new Set(
  [
    'ATTRCOUNT', 'ATTRMAX', 'ATTRMEAN', 'ATTRMIN', 'ATTRSDDEV', 'CTFLOW', 'CTMAX', 'CTMEAN', 'CTMIN', 'CTSTDDEV',
    'CYCLETIME', 'GET DATA ATTRIBUTE', 'GET ODBC CONSTANTS',
    'GET ODBC DATA', 'GET VDF CONSTANTS', 'GET VDF DATA', 'IRR', 'ITEM',
    
    'REWORK', 'TASK AVAILABLE',
    'THROUGHPUT',
  ].map(canonical),
); // prettier-ignore

export const isNotComputed = (name: string): boolean => notComputed.has(canonical(name));
