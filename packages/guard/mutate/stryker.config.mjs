// What `npm run mutate` does: changes the guard's sources one place at a time, and runs the unit tests that come there.
// Adapters are left out: the contract suite holds them, on their frameworks. So are lists of names and texts for people.
const FRAMEWORKS =
  '{express,fastify,hono,koa,nest,next,node,web,otel,open,index,journal,store,node-request,web-request}';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'packages/guard/mutate/vitest.config.ts', related: false },
  mutate: [
    'packages/guard/src/**/*.ts',
    `!packages/guard/src/${FRAMEWORKS}.ts`,
    '!packages/guard/src/routes/**',
    '!packages/guard/src/{routes,model,cause,adapt,format-denial}.ts',
    '!packages/guard/src/journal/import-package.ts',
  ],
  // Sentences are for people; that a refusal says the right one is held by the golden answers.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 2),
  timeoutMS: 20_000,
  timeoutFactor: 4,
  incremental: true,
  incrementalFile: '.cache/mutate/incremental.json',
  tempDirName: '.cache/mutate/run',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: '.cache/mutate/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
};
