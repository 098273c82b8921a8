/** TypeScript as ES modules; and `jose`, which the second bot host requires from CommonJS, as Jest cannot require an ES module. */
const typescript = { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '/node_modules/jose/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
    '^.+\\.ts$': ['@swc/jest', typescript]
  },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  testTimeout: 60_000,
  // ES modules of a suite stay in memory after it; a worker that holds too many is replaced.
  workerIdleMemoryLimit: '1.5GB'
}
