import { describe } from 'vitest';
import { testMistakes } from './mistake.ts';

const birthsValue = '    value: 480\n';

describe('a copy of the village that is not YAML', () => {
  testMistakes([
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
      at: '[births',
      code: 'yaml-syntax',
      args: { problem: 'unclosed' },
    },
    {
      title: 'a quotation mark that closes another text',
      from: 'sv: "Hjälp, till alla"',
      to: 'sv: "Hjälp, till alla',
      at: '',
      code: 'yaml-syntax',
      args: { problem: 'after-end' },
    },
    {
      title: 'a quotation mark that is never closed',
      from: '? moving_ref : 0"',
      to: '? moving_ref : 0',
      at: '',
      code: 'yaml-syntax',
      args: { problem: 'unclosed' },
    },
    {
      title: 'a key without a space after its colon',
      from: birthsValue,
      to: '    value:480\n',
      at: 'value',
      code: 'yaml-syntax',
      args: { problem: 'indent' },
    },
    {
      title: 'a value that begins with a sign of YAML’s',
      from: '    equation: births_per_year\n',
      to: '    equation: @births\n',
      at: '@',
      code: 'yaml-syntax',
      args: { problem: 'character' },
    },
    {
      title: 'a reference of YAML’s own',
      from: '    equation: births_per_year\n',
      to: '    equation: *births\n',
      at: '*births',
      code: 'yaml-syntax',
      args: { problem: 'alias' },
    },
  ]);
});
