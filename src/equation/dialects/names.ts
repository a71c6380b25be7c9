/**
 * One spelling for all that XMILE (§3.2.2) and Vensim count as the same name: quotes gone, escapes resolved, small
 * letters, and any run of blanks, line breaks and underscores a single underscore.
 */
export function canonical(name: string): string {
  const known = seen.get(name);
  if (known !== undefined) return known;
  const key = unquoted(name)
    .toLowerCase()
    .replace(/[\s_\u00a0]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (seen.size > 50_000) seen.clear();
  seen.set(name, key);
  return key;
}

const seen = new Map<string, string>();

/** A name as its author reads it: without quotes, with its escapes resolved and on one line. */
export const displayName = (name: string): string =>
  unquoted(name)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

/** A backslash at the end of a line continues it; `\n`, `\"` and `\\` stand for what they escape. */
function unquoted(name: string): string {
  const inner = name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name;
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\\r?\n\s*/g, '').replace(/\\(["\\n])/g, (_, c: string) => (c === 'n' ? ' ' : c));
}
