import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

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
const switchedOff = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
  message: 'No test is switched off, and none runs alone.',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'public/', 'tests/config/pure-globals.d.ts']),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off', // its typed twin is on
      'no-restricted-syntax': ['error', ...unsafe],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lit/directives/style-map*'],
              message: 'The policy blocks styleMap on first render. Use classMap or `.style=`.',
            },
            { group: ['lit/directives/unsafe-*'], message: 'Text of a model must never become markup.' },
          ],
          paths: [
            {
              name: 'mathjs',
              message: "Import from 'mathjs/number': the rest is 100 kB that we do not use.",
            },
          ],
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `return doIt()` ends a function in one line
      '@typescript-eslint/no-redundant-type-constituents': 'off', // 'rest' | VariableId tells a reader something
      // Kernels read typed arrays whose bounds the loop keeps; `!` says so where the compiler cannot know it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // a text is spread into its characters here and there
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // `event as LeverInput` in a listener
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/views/**', 'src/elements/**', 'src/main.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: { 'wc/guard-super-call': 'off' }, // LitElement has every callback
  },
  {
    // Lit calls an element's handlers as methods of the element, and d3's scales and shapes are functions with methods.
    files: ['src/views/**', 'src/elements/**', 'src/chart/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['src/cli/**', 'tests/**', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      'no-restricted-syntax': ['error', switchedOff], // a test plants what the page may not do
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // `find<UpLever>('up-lever')`
    },
  },
);
