import type { Term } from '../../equation/dialects/term.ts';

/** Visits the parts of a term, itself first, those between subscript brackets included. */
export function walkTerm(term: Term, visit: (part: Term) => void): void {
  visit(term);
  const inner = (t: Term): void => walkTerm(t, visit);
  switch (term.kind) {
    case 'negate':
    case 'not':
    case 'transpose':
      return inner(term.arg);
    case 'binary':
      inner(term.left);
      return inner(term.right);
    case 'if':
      inner(term.test);
      inner(term.then);
      return inner(term.otherwise);
    case 'call':
      term.args.forEach(inner);
      break;
    case 'name':
      break;
    default:
      return;
  }
  for (const s of term.subscripts ?? []) if (s.kind === 'index') inner(s.term);
}
