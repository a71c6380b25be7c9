import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { readModel } from '../../src/format/read.ts';
import { describe as wordsFor } from '../../src/text/diagnostics.ts';
import { mdl, xmile } from '../unit/format/foreign-run.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';

const vensim = mdl(`:MACRO: FILL(rate, from : left)
FILL = INTEG(rate, from) ~~|
left = 100 - FILL + Time$ ~~|
:END OF MACRO:
D: a, (b1-b3) -> E ~~|
E: e1, e2, e3, e4 ~~|
v[D] = 1, 2, 3, 4 ~ person [0,?] ~ about "v" |
w[E] = v[D] * 2 ~~|
v 2[D] :EXCEPT: [a] = SUM(w[E!]) + ELMCOUNT(D) ~~|
v 2[a] = VECTOR SELECT(v[D!], w[e1], 0, 1, 0) ~~|
t([(0,0)-(9,9)], (0,0),(2,4),(2,5),(4,1)) ~~|
x = FILL(1, 0 : rest) + t(Time) * WITH LOOKUP(Time, ((0,1),(4,2))) ~ {unit} widget/Month ~ |
s = INTEG(x - SMOOTH3(s, 3) + DELAY FIXED(rest, 2, 1), ACTIVE INITIAL(v[a], 3)) ~~|
y = IF THEN ELSE(s > 3 :AND: :NOT: x = 2, RANDOM NORMAL(0, 1, 0, 1, 7), -2^2) ~~|
\\\\\\---/// Sketch information
*View 1
10,1,x,100,200,10,10
///---\\\\\\
15:0,0,0,1,0,0
22:Widget,Widgets
`);

const stella = xmile(
  `<stock name="s"><dimensions><dim name="D"/></dimensions><eqn>10</eqn><inflow>in</inflow><outflow>out</outflow><non_negative/></stock>
<flow name="in"><dimensions><dim name="D"/></dimensions><eqn>SMTH1(s[D], 3) * (IF TIME &gt; 2 THEN 1 ELSE 0)</eqn><units>person/year</units></flow>
<flow name="out"><dimensions><dim name="D"/></dimensions><element subscript="a"><eqn>g(TIME) + SUM(s[*])</eqn></element><element subscript="b"><eqn>2</eqn></element></flow>
<gf name="g" type="discrete"><xscale min="0" max="4"/><ypts sep=";">0;1;4</ypts></gf>
<stock name="belt"><eqn>4</eqn><inflow>on</inflow><outflow>off</outflow><outflow>lost</outflow><conveyor><len>2</len><capacity>9</capacity></conveyor></stock>
<flow name="on"><eqn>M.y + F(2, 3)</eqn></flow><flow name="off"/><flow name="lost"><eqn>0.1</eqn><leak/></flow>
<module name="M"><connect to="x" from=".time 2"/></module><aux name="time 2"><eqn>{note} TIME</eqn></aux>`,
  '<dimensions><dim name="D"><elem name="a"/><elem name="b"/></dim></dimensions><macro name="F"><eqn>p * q</eqn><parm>p</parm><parm>q</parm></macro>',
).replace(
  '</xmile>',
  '<model name="M"><variables><aux name="x"/><aux name="y"><eqn>x + 1</eqn></aux></variables></model></xmile>',
);

const own = `id: m
name: {sv: m, en: m}
sim_specs: {start: 0, stop: 4, dt: 1, time_unit: year}
parameters:
  rate: {unit: 1/year, value: 0.1, grade: assumed, source: test} # how fast
stocks:
  s: {unit: person, initial: 100, inflows: [in_flow]}
flows:
  in_flow: {unit: person/year, equation: "s > t(s) ? s*rate : t(s)*rate"}
tables:
  t: {unit: person, x_unit: person, points: [[0, 1], [50, 2]]}
`;

const files = [
  { file: 'm.mdl', text: vensim },
  { file: 'm.xmile', text: stella },
  { file: 'm.yaml', text: own },
] as const;

const options = { seed: 20261121, numRuns: 150 };

/** Reads and, if that goes, runs: what is wrong, which is nothing only if there are values. */
function outcome(text: string, file: string): readonly Diagnostic[] {
  const model = readModel(text, file, { parts: new Map() });
  if (!model.ok) return model.error;
  const warnings = model.value.warnings ?? [];
  const engine = createEngine();
  const opened = engine.open(model.value);
  if (!opened.ok) return [...warnings, ...opened.error];
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series: 'all' });
  return run.ok ? [...warnings, ...run.value.diagnostics] : [...warnings, ...run.error];
}

/** Everything that is told has words, and whatever stops the model says in which file. */
function isTold(diagnostics: readonly Diagnostic[], file: string): void {
  for (const d of diagnostics) {
    expect(wordsFor(d, 'sv').words).not.toBe('');
    expect(wordsFor(d, 'en').todo).not.toBe('');
    if (d.severity === 'error' && d.where.variable === undefined) expect(d.where.file).toBe(file);
    if (d.where.line !== undefined) expect(d.where.line).toBeGreaterThanOrEqual(1);
    if (d.where.column !== undefined) expect(d.where.column).toBeGreaterThanOrEqual(1);
  }
}

describe.each(files)('a damaged $file', ({ file, text }) => {
  const place = fc.nat({ max: text.length - 1 });
  const check = (damaged: string): void => isTold(outcome(damaged, file), file);

  it('is right before it is damaged', () => {
    const errors = outcome(text, file).filter((d) => d.severity === 'error');
    expect(errors).toEqual([]);
  });

  it('cut off anywhere', () => {
    for (let end = 0; end < text.length; end += 7) check(text.slice(0, end));
  });

  it('with characters changed for others', () => {
    const change = fc.tuple(place, fc.constantFrom(...'()[]{}<>"\'|~:;,=+-*/^!&$@\\0 \n\t\u0000a9.å😀'));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const characters = [...text];
        for (const [i, c] of changes) characters[i] = c;
        check(characters.join(''));
      }),
      options,
    );
  });

  it('with pieces gone, doubled or moved', () => {
    const piece = fc.tuple(place, place, place, fc.constantFrom('gone', 'doubled', 'moved'));
    fc.assert(
      fc.property(piece, ([a, b, to, how]) => {
        const [from, end] = [Math.min(a, b), Math.max(a, b)];
        const taken = text.slice(from, end);
        const rest = text.slice(0, from) + text.slice(end);
        if (how === 'gone') check(rest);
        else
          check(
            (how === 'moved' ? rest : text).slice(0, to) + taken + (how === 'moved' ? rest : text).slice(to),
          );
      }),
      options,
    );
  });
});

it('a Vensim file that was cut off is never taken for a whole one', () => {
  const equations = vensim.slice(0, vensim.indexOf('\\\\\\---///'));
  const end = equations.trimEnd().length;
  for (let at = 1; at < end; at++) {
    const told = readModel(equations.slice(0, at), 'm.mdl', { parts: new Map() });
    expect(told.ok && (told.value.warnings ?? []).length === 0, equations.slice(0, at).slice(-60)).toBe(
      false,
    );
  }
});

it('an XMILE file that was cut off is never read', () => {
  for (let at = 0; at < stella.trimEnd().length - 1; at += 3)
    expect(readModel(stella.slice(0, at), 'm.xmile', { parts: new Map() }).ok).toBe(false);
});
