import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A change that a quick test notices need not wait for a slow one. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const keyOf = (file: TestSpecification) =>
      `${file.project.name}:${path.relative(this.ctx.config.root, file.moduleId)}`;
    const timeOf = (file: TestSpecification) => this.ctx.cache.getFileTestResults(keyOf(file))?.duration ?? 0;
    return files.toSorted((left, right) => timeOf(left) - timeOf(right));
  }
}

// The unit tests without those that start other programs, compile, measure memory or try many thousand inputs: they are
// slow, and hold few other lines.
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    include: ['packages/guard/test/**/*.test.ts'],
    exclude: [
      '**/{processes,next,nest,koa,hono,fastify,express,bundle,docs,examples,tarball,routes,routes-live,otel,bounds,chromium,stores-lost,web,authenticators,journals}.test.ts',
    ],
    sequence: { sequencer: QuickFirst },
    testTimeout: 120_000,
  },
});
