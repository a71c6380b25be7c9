import { html, type TemplateResult } from 'lit';
import { heldIn } from '../model/held.ts';
import type { BinaryOp, Expr } from '../model/expr.ts';
import type { VariableId } from '../model/variable.ts';
import type { GlassesWords } from '../text/glasses-sv.ts';

/** How an equation's names and numbers are said. */
export interface EquationSpeech {
  readonly words: GlassesWords['words'];
  /** A variable's name with its value, to be followed. */
  readonly reference: (id: VariableId) => TemplateResult;
  /** Whether a name is a variable, and not one of the run's own. */
  readonly isVariable: (name: string) => boolean;
  readonly nameOf: (id: VariableId) => string;
  readonly number: (value: number) => string;
}

const signs: Readonly<Record<BinaryOp, string>> = {
  '+': '+', '-': '−', '*': '×', '/': '÷', '^': '^',
  '<': '<', '<=': '≤', '>': '>', '>=': '≥', '==': '=', '!=': '≠',
  and: '', or: '',
}; // prettier-ignore

/** How tightly each operator holds: a looser part of a tighter one needs brackets. */
const tightness: Readonly<Record<BinaryOp, number>> = {
  or: 1, and: 2, '<': 3, '<=': 3, '>': 3, '>=': 3, '==': 3, '!=': 3, '+': 4, '-': 4, '*': 5, '/': 5, '^': 7,
}; // prettier-ignore

const tightnessOf = (expr: Expr): number =>
  expr.kind === 'binary' ? tightness[expr.op] : expr.kind === 'if' ? 0 : expr.kind === 'negate' ? 6 : 8;

/** An equation as people read it: names for identifiers, words for functions, and no more brackets than it needs. */
export function equationWords(expr: Expr, speech: EquationSpeech): TemplateResult {
  const { words: w } = speech;
  const of = (part: Expr): TemplateResult => equationWords(part, speech);
  const within = (part: Expr, place: number): TemplateResult =>
    tightnessOf(part) < place
      ? html`<span class="bracket">(</span>${of(part)}<span class="bracket">)</span>`
      : of(part);
  const list = (parts: readonly Expr[]): TemplateResult =>
    html`<span class="bracket">(</span>${parts.map((part, i) => html`${i === 0 ? '' : '; '}${of(part)}`)}<span
        class="bracket"
        >)</span
      >`;
  switch (expr.kind) {
    case 'number':
      return html`<span class="number">${speech.number(expr.value)}</span>`;
    case 'ref':
      return speech.isVariable(expr.name)
        ? speech.reference(expr.name)
        : html`<span class="word">${expr.name === 'time' ? w.time : (w.run[expr.name] ?? expr.name)}</span>`;
    case 'negate':
      return html`<span class="op">−</span>${within(expr.arg, 6)}`;
    case 'not':
      return html`<span class="word">${w.not} </span>${within(expr.arg, 8)}`;
    case 'binary': {
      const place = tightness[expr.op];
      const sign = expr.op === 'and' ? w.and : expr.op === 'or' ? w.or : signs[expr.op];
      return html`${within(expr.left, place)}<span class="op"> ${sign} </span
        >${within(expr.right, place + 1)}`;
    }
    case 'if': {
      const held = heldIn(expr);
      if (held) return of(held);
      return html`<span class="word">${w.if} </span>${of(expr.test)}<span class="word"> ${w.then} </span>${of(
          expr.then,
        )}<span class="word"> ${w.otherwise} </span>${of(expr.otherwise)}`;
    }
    case 'lookup':
      return html`<span class="word">${w.curve(speech.nameOf(expr.table))} </span>${list([expr.x])}`;
    case 'past':
      return html`<span class="word">${w.past} </span>${speech.reference(expr.name)}`;
    case 'call': {
      const named: Readonly<Record<string, string>> = {
        max: w.max, min: w.min, clip: w.clip, exp: w.exp, ln: w.ln, sqrt: w.sqrt, abs: w.abs,
      }; // prettier-ignore
      return html`<span class="word">${named[expr.fn] ?? expr.fn} </span>${list(expr.args)}`;
    }
  }
}
