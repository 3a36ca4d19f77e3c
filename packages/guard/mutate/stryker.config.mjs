// What `npm run mutate` does: changes the guard's sources one place at a time, and runs the unit tests that come there.
// Adapters are left out: the contract suite holds them, on their frameworks. So are lists of names and texts for people.
const FRAMEWORKS =
  '{express,fastify,hono,koa,nest,next,node,web,otel,open,index,journal,store,node-request,web-request}';

/** Parts of the sources, to be changed alone: `npm run mutate -- requirements/not.ts store`. */
const PARTS = (process.env.MUTATE_PARTS ?? '').split(' ').filter(Boolean);

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'packages/guard/mutate/vitest.config.ts', related: false },
  // Stryker reads its options with an interface of TypeScript that version 7 no longer has.
  tsconfigFile: 'packages/guard/mutate/none.json',
  mutate: [
    ...(PARTS.length === 0 ? ['**/*.ts'] : PARTS.map((part) => (part.endsWith('.ts') ? part : `${part}/**/*.ts`))).map(
      (part) => `packages/guard/src/${part}`,
    ),
    `!packages/guard/src/${FRAMEWORKS}.ts`,
    '!packages/guard/src/routes/**',
    '!packages/guard/src/{routes,model,cause,adapt,format-denial}.ts',
    '!packages/guard/src/journal/{import-package,sqlite-thread}.ts',
  ],
  // Sentences are for people; that a refusal says the right one is held by the golden answers.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATE_CONCURRENCY ?? 2),
  // The first run counts what each test touches: minutes, on a busy machine.
  dryRunTimeoutMinutes: 30,
  timeoutMS: 20_000,
  timeoutFactor: 4,
  tempDirName: '.cache/mutate/run',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: process.env.MUTATE_REPORT ?? '.cache/mutate/report.json' },
  thresholds: { high: 90, low: 85, break: 85 },
};
