import { canonical } from '../../../equation/dialects/names.ts';

/** Functions of Vensim and isee that are known and not computed: a model that calls one is told so by its name. */
const names: ReadonlySet<string> = new Set(
  [
    'CAP', 'CTFLOW', 'CTMAX', 'CTMEAN', 'CTMIN', 'CTSTDDEV', 'CYCLETIME', 'FIND ZERO', 'CUMULATE', 'CUMULATEF', 'GET DATA ATTRIBUTE', 'GET DATA STDV', 'GET ODBC CONSTANTS', 'GET ODBC DATA', 'GET VDF CONSTANTS', 'GET VDF DATA', 'INTERPOLATE', 'LOOKUPXY', 'INTERNAL RATE OF RETURN', 'IRR', 'ITEM',
    'MESSAGE', 'QELEM', 'QLEN', 'QUEUE ATTRIB AVERAGE', 'QUEUE ATTRIB IN RANGE', 'QUEUE ATTRIB MAX', 'QUEUE ATTRIB MIN', 'QUEUE ATTRIB QUANTILE', 'QUEUE FIFO ATTRIB',
    'QUEUE AGE AVERAGE', 'QUEUE AGE IN RANGE', 'QUEUE AGE OLDEST', 'QUEUE FIFO',
    'REWORK', 'SHIFT IF TRUE', 'SIMULTANEOUS', 'TASK AVAILABLE', 'THROUGHPUT',
  ].map(canonical),
); // prettier-ignore

export const isNotComputed = (name: string): boolean => names.has(canonical(name));
