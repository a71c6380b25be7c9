import { canonical } from '../../../equation/dialects/names.ts';

/** Functions of Vensim and isee that are known and not computed: a model that calls one is told so by its name. */
export const notComputed: ReadonlySet<string> = new Set(
  [
    'ATTRCOUNT', 'ATTRMAX', 'ATTRMEAN', 'ATTRMIN', 'ATTRSDDEV', 'CTFLOW', 'CTMAX', 'CTMEAN', 'CTMIN', 'CTSTDDEV',
    'CUMULATE', 'CUMULATEF', 'CYCLETIME', 'FIND ZERO', 'GET DATA ATTRIBUTE', 'GET DATA STDV', 'GET ODBC CONSTANTS',
    'GET ODBC DATA', 'GET VDF CONSTANTS', 'GET VDF DATA', 'INTERNAL RATE OF RETURN', 'INTERPOLATE', 'IRR', 'ITEM',
    'LOOKUPXY', 'MESSAGE', 'QELEM', 'QUEUE ATTRIB AVERAGE', 'QUEUE ATTRIB IN RANGE', 'QUEUE ATTRIB MAX',
    'QUEUE ATTRIB MIN', 'QUEUE ATTRIB QUANTILE', 'QUEUE FIFO ATTRIB', 'REWORK', 'SIMULTANEOUS', 'TASK AVAILABLE',
    'THROUGHPUT',
  ].map(canonical),
); // prettier-ignore

export const isNotComputed = (name: string): boolean => notComputed.has(canonical(name));
