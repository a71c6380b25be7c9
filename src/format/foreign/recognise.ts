import { error } from '../../base/diagnostic.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';

/** By their endings: formats that one program alone can read, and what it can save the model as instead. */
const OWN: ReadonlyMap<string, { readonly program: string; readonly ending: string }> = new Map([
  ...['vmf', 'vmfx', 'vpm', 'vpmx'].map((e) => [e, { program: 'Vensim', ending: '.mdl' }] as const),
  ...['stm', 'stmd', 'itm'].map((e) => [e, { program: 'Stella', ending: '.stmx' }] as const),
  ['sip', { program: 'Powersim', ending: '.xmile' }],
  ['alp', { program: 'AnyLogic', ending: '.xmile' }],
]);

/** Why no file of this name can be read. */
export function unreadable(file: string): Diagnostic {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  const own = ending === undefined ? undefined : OWN.get(ending);
  return own ? error('own-format', { file, ...own }, { file }) : error('unknown-format', { file }, { file });
}

/** What a model of another program is written in. What it begins with says more than its ending. */
export function foreignFormat(text: string, file: string): 'vensim' | 'xmile' | undefined {
  const mdl = /\.mdl$/i.test(file);
  if (!mdl && !/\.(xmile|stmx|itmx|xml)$/i.test(file)) return undefined;
  if (/^\s*</.test(text)) return 'xmile';
  return mdl || /^\s*\{UTF-?8\}/i.test(text) ? 'vensim' : 'xmile';
}

/** No text has these: a program's own bytes, or a packed file. */
export const isBinary = (text: string): boolean => text.includes('\u0000') || /^PK[\u0003\u0005]/.test(text);

/** Lines of the oldest files end with a carriage return alone, which nothing else here counts as an end. */
export const withLines = (text: string): string =>
  /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, '\n') : text;
