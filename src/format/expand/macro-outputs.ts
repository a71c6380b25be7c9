import { canonical } from '../../equation/dialects/names.ts';
import { walkTerm } from './walk-term.ts';
import type { Scope, VariableEntry } from './world.ts';

/** Further results of macros are variables with no equation of their own; the others must know of them beforehand. */
export function addMacroOutputs(scope: Scope, idOf: (name: string, left: readonly string[]) => string): void {
  for (const entry of [...scope.entries.values()]) {
    if (entry.kind !== 'variable') continue;
    const definitions = new Set([...entry.elements.values()].map((e) => e.definition));
    for (const { body } of definitions) {
      if (body.kind !== 'formula') continue;
      walkTerm(body.term, (term) => {
        if (term.kind !== 'call') return;
        for (const output of term.outputs) if (output.kind === 'name') add(output.name, entry);
      });
    }
  }

  /** A variable that has an equation keeps it. */
  function add(name: string, of: VariableEntry): void {
    if (scope.entries.has(canonical(name))) return;
    const elements = new Map(
      [...of.elements].map(([key, e]) => [key, { ...e, id: idOf(name, e.subscripts) }]),
    );
    scope.entries.set(canonical(name), { ...of, name, elements, given: true });
  }
}
