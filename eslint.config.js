import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'models', 'coverage', 'node_modules', '.cache'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.test.json', './src/channels/web/client/tsconfig.json'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      '@typescript-eslint/dot-notation': 'off',
      // Taking a field out of an object leaves its name behind.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }]
    }
  },
  {
    // Bodies of HTTP answers have no type.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off'
    }
  },
  {
    // Inner loops over typed arrays: an index within bounds is never undefined, and a check costs time.
    files: ['src/language/*.ts', 'src/triage/*.ts', 'src/understanding/createLikeness.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  }
)
