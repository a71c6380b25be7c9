import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../../../src/base/diagnostic.ts';
import { readModel } from '../../../src/format/read.ts';
import { modelText, parts } from '../../tools/shipped-models.ts';

/** Mistakes that people make, each in a copy of a real model: what is said, and on which line and column. */

const kommun = modelText('kommun');
const file = 'copy/model.yaml';

const read = (text: string): readonly Diagnostic[] => {
  const result = readModel(text, file, { parts });
  return result.ok ? (result.value.warnings ?? []) : result.error;
};

/** The copy with one stretch of text changed; the stretch must stand there exactly once. */
function edited(from: string, to: string): string {
  expect(kommun.split(from).length - 1, `occurrences of ${from}`).toBe(1);
  return kommun.replace(from, () => to);
}

/** Line and column of the first character of `mark` inside the changed stretch. */
function placeOf(text: string, to: string, mark: string): { readonly line: number; readonly column: number } {
  const index = text.indexOf(to) + to.indexOf(mark);
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: must(before.at(-1), 'line').length + 1 };
}

type Mistake = {
  readonly [C in DiagnosticCode]: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    /** What the message points at. */
    readonly at: string;
    readonly code: C;
    readonly args: DiagnosticArgs[C];
  };
}[DiagnosticCode];

const births = '  births_per_year:\n';
const birthsValue = '    value: 480\n';
const birthsRange = '    range: [100, 6000]\n';

const mistakes: readonly Mistake[] = [
  {
    title: 'a misspelt key is one mistake, not also a missing one',
    from: birthsValue,
    to: '    vaule: 480\n',
    at: 'vaule',
    code: 'unknown-key',
    args: { key: 'vaule', within: 'births_per_year', nearest: 'value' },
  },
  {
    title: 'a misspelt section',
    from: 'auxiliaries:\n',
    to: 'auxilaries:\n',
    at: 'auxilaries',
    code: 'unknown-key',
    args: { key: 'auxilaries', within: '', nearest: 'auxiliaries' },
  },
  {
    title: 'a missing value',
    from: birthsValue,
    to: '',
    at: '',
    code: 'missing-key',
    args: { key: 'value', within: 'births_per_year' },
  },
  {
    title: 'a missing unit',
    from: `${birthsValue}    unit: person/year\n`,
    to: birthsValue,
    at: '',
    code: 'missing-unit',
    args: { name: 'births_per_year' },
  },
  {
    title: 'a number that is a word',
    from: birthsValue,
    to: '    value: many\n',
    at: 'many',
    code: 'wrong-type',
    args: { key: 'value', expected: 'number', found: { kind: 'text', text: 'many' } },
  },
  {
    title: 'a number with a space',
    from: birthsValue,
    to: '    value: 1 480\n',
    at: '1 480',
    code: 'number-format',
    args: { key: 'value', found: '1 480', instead: '1480' },
  },
  {
    title: 'a number with a decimal comma',
    from: birthsValue,
    to: '    value: 480,5\n',
    at: '480,5',
    code: 'number-format',
    args: { key: 'value', found: '480,5', instead: '480.5' },
  },
  {
    title: 'a value outside its range',
    from: birthsValue,
    to: '    value: 48\n',
    at: '48',
    code: 'outside-range',
    args: { name: 'births_per_year', value: 48, min: 100, max: 6000 },
  },
  {
    title: 'a range the wrong way round',
    from: birthsRange,
    to: '    range: [6000, 100]\n',
    at: '[6000',
    code: 'empty-range',
    args: { name: 'births_per_year', min: 6000, max: 100 },
  },
  {
    title: 'a range with decimal commas',
    from: birthsRange,
    to: '    range: [0,1, 0,5]\n',
    at: '[0,1',
    code: 'wrong-type',
    args: { key: 'range', expected: 'pair', found: { kind: 'list', length: 4 } },
  },
  {
    title: 'a grade that there is not',
    from: `${birthsRange}    shape: fixed\n    grade: estimated\n`,
    to: `${birthsRange}    shape: fixed\n    grade: estimate\n`,
    at: 'estimate\n',
    code: 'not-one-of',
    args: {
      key: 'grade',
      found: 'estimate',
      allowed: ['measured', 'estimated', 'assumed', 'illustrative'],
      nearest: 'estimated',
    },
  },
  {
    title: 'a distribution without a range',
    from: `${birthsRange}    shape: fixed\n`,
    to: '    shape: uniform\n',
    at: '',
    code: 'missing-key',
    args: { key: 'range', within: 'births_per_year' },
  },
  {
    title: 'a name in two sections',
    from: 'parameters:\n',
    to: 'parameters:\n  school_ok: {value: 1, unit: person, grade: assumed, source: x, name: {sv: a, en: a}, about: {sv: a, en: a}}\n',
    at: 'school_ok',
    code: 'duplicate-name',
    args: { name: 'school_ok', firstLine: lineOf('  school_ok:\n'), firstFile: file },
  },
  {
    title: 'a key twice',
    from: birthsValue,
    to: `${birthsValue}    value: 481\n`,
    at: 'value: 481',
    code: 'duplicate-name',
    args: { name: 'value', firstLine: lineOf(birthsValue), firstFile: file },
  },
  {
    title: 'a name that a lever makes',
    from: 'parameters:\n',
    to: 'parameters:\n  cost_rescue: {value: 1, unit: "1", grade: assumed, source: x, name: {sv: a, en: a}, about: {sv: a, en: a}}\n',
    at: '',
    code: 'duplicate-name',
    args: { name: 'cost_rescue', firstLine: lineOf('parameters:\n') + 1, firstFile: file },
  },
  {
    title: 'a name with a hyphen',
    from: births,
    to: '  births-per-year:\n',
    at: 'births-per-year',
    code: 'bad-name',
    args: { name: 'births-per-year' },
  },
  {
    title: 'an unknown inflow',
    from: '    inflows: [births]\n',
    to: '    inflows: [birhts]\n',
    at: 'birhts',
    code: 'unknown-reference',
    args: { name: 'birhts', role: 'inflow', nearest: 'births' },
  },
  {
    title: 'an auxiliary as inflow',
    from: '    inflows: [births]\n',
    to: '    inflows: [births, early_risk]\n',
    at: 'early_risk',
    code: 'not-a-flow',
    args: { stock: 'preschool_children', name: 'early_risk' },
  },
  {
    title: 'a flow that fills two stocks',
    from: '    inflows: [births]\n',
    to: '    inflows: [births, arrivals]\n',
    at: '',
    code: 'flow-twice',
    args: { flow: 'arrivals', first: 'preschool_children', second: 'newcomers_intro', side: 'inflow' },
  },
  {
    title: 'an unknown payer',
    from: '      payers: {kommun: 1}',
    to: '      payers: {komun: 1}',
    at: 'komun',
    code: 'unknown-reference',
    args: { name: 'komun', role: 'payer', nearest: 'kommun' },
  },
  {
    title: 'production value cannot pay',
    from: '      payers: {kommun: 1}',
    to: '      payers: {prod: 1}',
    at: 'prod',
    code: 'unknown-reference',
    args: { name: 'prod', role: 'payer' },
  },
  {
    title: 'shares of more than the whole',
    from: '      payers: {kommun: 1}',
    to: '      payers: {kommun: 0.75, region: 1/2}',
    at: 'kommun',
    code: 'shares-sum',
    args: { name: 'pupil_support', sum: 1.25 },
  },
  {
    title: 'shares of less than the whole',
    from: '      payers: {kommun: 1}',
    to: '      payers: {kommun: 0.5, region: finsam_share_region}',
    at: 'kommun',
    code: 'shares-sum',
    args: { name: 'pupil_support', sum: 0.75 },
  },
  {
    title: 'an unknown lever in a strategy',
    from: '    levers: [us_project, early]\n',
    to: '    levers: [us_project, erly]\n',
    at: 'erly',
    code: 'unknown-reference',
    args: { name: 'erly', role: 'lever', nearest: 'early' },
  },
  {
    title: 'an unknown outcome',
    from: '  new_exclusion:\n    role: inflow',
    to: '  new_exlusion:\n    role: inflow',
    at: 'new_exlusion',
    code: 'unknown-reference',
    args: { name: 'new_exlusion', role: 'variable', nearest: 'new_exclusion' },
  },
  {
    title: 'a preset that sets an auxiliary',
    from: '\n# Samma pengar på tre platser',
    to: '    values: {births_per_year: 500, early_risk: 0.2}\n\n# Samma pengar på tre platser',
    at: 'early_risk',
    code: 'unknown-reference',
    args: { name: 'early_risk', role: 'setting' },
  },
  {
    title: 'a lever that sets nothing known',
    from: '    sets: reinvest_share\n',
    to: '    sets: reinvest_shares\n',
    at: 'reinvest_shares',
    code: 'unknown-reference',
    args: { name: 'reinvest_shares', role: 'parameter', nearest: 'reinvest_share' },
  },
  {
    title: 'a lever that both sets and rolls out',
    from: '    group: upstream\n    name: {sv: Flytta projektpengar uppströms,',
    to: '    group: upstream\n    sets: reinvest_share\n    name: {sv: Flytta projektpengar uppströms,',
    at: '',
    code: 'not-together',
    args: { key: 'delay', other: 'sets' },
  },
  {
    title: 'a zone that names no parameter',
    from: 'sv: "{rescue_slots_ref} som i dag"',
    to: 'sv: "{rescue_slot_ref} som i dag"',
    at: '"{rescue_slot_ref}',
    code: 'unknown-reference',
    args: { name: 'rescue_slot_ref', role: 'parameter', nearest: 'rescue_slots_ref' },
  },
  {
    title: 'a comma in a text without quotation marks',
    from: 'sv: "Jobbcoachning, nyanlända"',
    to: 'sv: Jobbcoachning, nyanlända',
    at: 'nyanlända',
    code: 'comma-in-text',
    args: { found: 'nyanlända' },
  },
  {
    title: 'an unknown part',
    from: 'include: [styrning]',
    to: 'include: [styrnig]',
    at: 'styrnig',
    code: 'unknown-part',
    args: { name: 'styrnig', nearest: 'styrning' },
  },
  {
    title: 'a name that the part needs',
    from: '  project_activity:\n',
    to: '  activity_of_projects:\n',
    at: '',
    code: 'part-needs',
    args: { part: 'styrning', name: 'project_activity' },
  },
  {
    title: 'a run that stops before it starts',
    from: 'stop: 62,',
    to: 'stop: -62,',
    at: '-62',
    code: 'bad-time',
    args: { problem: 'order', start: 0, stop: -62, step: 0.0625 },
  },
  {
    title: 'a save step that is no whole number of steps',
    from: 'save_step: 1/4,',
    to: 'save_step: 0.3,',
    at: '0.3',
    code: 'bad-time',
    args: { problem: 'save', start: 0, stop: 62, step: 0.3 },
  },
  {
    title: 'a tab',
    from: birthsValue,
    to: '\tvalue: 480\n',
    at: '\t',
    code: 'yaml-syntax',
    args: { problem: 'tab' },
  },
  {
    title: 'a condition without quotation marks',
    from: '    equation: births_per_year\n',
    to: '    equation: time > 3 ? births_per_year : 0\n',
    at: 'time',
    code: 'yaml-syntax',
    args: { problem: 'colon' },
  },
  {
    title: 'an indent that does not fit',
    from: birthsValue,
    to: '     value: 480\n',
    at: '',
    code: 'yaml-syntax',
    args: { problem: 'indent' },
  },
  {
    title: 'a bracket that is never closed',
    from: '    inflows: [births]\n',
    to: '    inflows: [births\n',
    at: '',
    code: 'yaml-syntax',
    args: { problem: 'indent' },
  },
  {
    title: 'a reference of YAML’s own',
    from: '    equation: births_per_year\n',
    to: '    equation: *births\n',
    at: '*births',
    code: 'yaml-syntax',
    args: { problem: 'alias' },
  },
];

/** The line of a stretch of the file as it is. */
function lineOf(stretch: string): number {
  return kommun.slice(0, kommun.indexOf(stretch)).split('\n').length;
}

describe('a mistake in a copy of kommun', () => {
  test.each(mistakes)('$title', ({ from, to, at, code, args }) => {
    const text = edited(from, to);
    const found = read(text);
    const same = found.filter((d) => d.code === code);
    expect(same.map((d) => d.args)).toEqual([args]);
    expect(found.map((d) => d.severity)).toEqual(found.map(() => 'error'));
    const { where } = must(same[0], code);
    expect(where.file).toBe(file);
    if (at !== '') expect(where).toMatchObject(placeOf(text, to, at));
    else expect(where.line).toBeGreaterThan(1);
  });
});

test('the copy without mistakes has none', () => {
  expect(read(kommun)).toEqual([]);
});
