import { defineConfig } from 'vitest/config';

// Tests run on the sources: the `source` condition of each package's exports leads there, so no build is needed first.
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  // Not `import`: these also reach plain Node, where a CommonJS package would then be handed an ES module by `require`.
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    globalSetup: ['packages/why403/test/cli/build.ts'],
    include: ['packages/*/test/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
    testTimeout: 20_000,
    // real servers on a busy machine: what fails there is tried once more
    retry: process.env['CI'] ? 1 : 0,
  },
});
