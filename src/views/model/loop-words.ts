import type { Model } from '../../model/model.ts';
import type { Loop } from '../../model/structure.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';

/** One step around a loop: a variable, and how it acts on the next one. */
export interface Step {
  readonly variable: VariableId;
  readonly sign: '+' | '−' | '0' | '?';
}

/** The loop from its first stock on, which is where people think that it begins. */
export function stepsOf({ variables, signs }: Loop, model: Model): readonly Step[] {
  const first = Math.max(
    0,
    variables.findIndex((id) => model.variables.get(id)?.kind === 'stock'),
  );
  return variables.map((_, i) => {
    const at = (first + i) % variables.length;
    const sign = signs[at];
    return {
      variable: variables[at]!,
      sign: sign === undefined ? '?' : sign === 0 ? '0' : sign > 0 ? '+' : '−',
    };
  });
}

export const polarityWords = ({ polarity }: Loop, w: GlassesWords): string =>
  polarity === undefined
    ? w.unclearLoop
    : polarity === 0
      ? w.resting
      : polarity > 0
        ? w.reinforcing
        : w.balancing;

/** "R1 förstärker: Utanför → + Skickas vidare → …", for papers. */
export function loopText(
  loop: Loop,
  model: Model,
  name: string,
  language: Language,
  w: GlassesWords,
): string {
  const nameOf = (id: VariableId): string => model.variables.get(id)?.name[language] ?? id;
  const steps = stepsOf(loop, model);
  const round = steps.map(({ variable, sign }) => `${nameOf(variable)} –(${sign})→ `).join('');
  return `${name} ${polarityWords(loop, w)}: ${round}${nameOf(steps[0]!.variable)}`;
}

/** R1, R2… for those that strengthen, B1, B2… for those that balance, ?1… for the rest, in order of strength. */
export function loopNames(loops: readonly Loop[]): readonly string[] {
  const counts: Record<string, number> = {};
  return loops.map(({ polarity }) => {
    const letter = polarity === 1 ? 'R' : polarity === -1 ? 'B' : '?';
    counts[letter] = (counts[letter] ?? 0) + 1;
    return `${letter}${counts[letter]}`;
  });
}
