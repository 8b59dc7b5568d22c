import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

const houseLimits = {
  // A warning is a question: is this one thing? Errors are where nobody would answer yes.
  'max-lines': ['warn', { max: 150, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['warn', 15],
}

export default typescript.config(
  { ignores: ['dist/', 'node_modules/', '.devicetrail/', 'portal/graphql-env.d.ts', 'portal/graphql-cache.d.ts'] },
  js.configs.recommended,
  typescript.configs.strict,
  vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      ...houseLimits,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A resolver is a class without state, and TypeScript's own checker finds unused names.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // Labels are made of control characters.
      'no-control-regex': 'off',
      'no-undef': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      // Layout is left to whoever reads it; these rules would only turn lines.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', URL: 'readonly', Buffer: 'readonly', module: 'readonly' } } },
  { files: ['test/**/*.ts', 'seeds/cast/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // In a test a missing value is a failure anyway, and scripts in its own processes speak by the console.
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' } },
)
