import { builtins } from '../../equation/builtins/index.ts';
import { CONSTANTS, isKeyword, isName, isRunName } from '../../equation/names.ts';
import { PAST } from '../../equation/parts.ts';
import type { VariableId } from '../../model/variable.ts';

const isFree = (name: string): boolean =>
  !isRunName(name) && !CONSTANTS.has(name) && !builtins.has(name) && !isKeyword(name) && name !== PAST;

/** Names as our own equations have them: small letters, digits and underscores, no two alike. */
export function ownNames(ids: Iterable<VariableId>): ReadonlyMap<VariableId, string> {
  const taken = new Set<string>();
  const names = new Map<VariableId, string>();
  for (const id of ids) {
    const plain = id.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '_').replace(/^_+|_+$/g, ''); // prettier-ignore
    const stem = isName(plain) && isFree(plain) ? plain : `v_${plain}`;
    let name = stem;
    for (let n = 2; taken.has(name); n++) name = `${stem}_${n}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
