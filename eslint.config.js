// What can be wrong in a Lit template, and what the content security policy would stop: .oxlintrc.json has the rest.
import { readFileSync } from 'node:fs';
import parser from '@typescript-eslint/parser';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';

/** @type {{ pure: string[] }} the rooms that know no document, as the compiler sees to */
const { pure } = JSON.parse(readFileSync(new URL('.ci/layers.json', import.meta.url), 'utf8'));

// The content security policy allows no inline style and no text that becomes code, and people open files from
// others. What the policy would stop in the browser, or what would get round it, is stopped here first.
const unsafe = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message:
      'The policy blocks a style attribute. Use a class, or `.style=`, or set a custom property by script.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style/i]',
    message: 'The policy blocks <style> in a template. Use `static styles`.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(attr|setAttribute)$/][arguments.0.value="style"]',
    message: 'The policy blocks a style attribute. Use `.style()` of d3, or a class.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Text of a model must never become markup. Use a template or textContent.',
  },
];

export default defineConfig(
  globalIgnores([...pure, 'src/cli'].map((room) => `${room}/`)),
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'no-restricted-syntax': ['error', ...unsafe] },
  },
  {
    files: ['src/views/**', 'src/elements/**', 'src/main.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: { 'wc/guard-super-call': 'off' }, // LitElement has every callback
  },
);
