import { defineConfig } from 'vitest/config';

// Tests run on the sources: the `source` condition of each package's exports leads there, so no build is needed first.
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  test: { include: ['packages/*/test/**/*.test.ts', 'packages/*/src/**/*.test.ts'], testTimeout: 20_000 },
});
