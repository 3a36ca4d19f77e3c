import { defineConfig } from 'vitest/config';

// The unit tests without those that start other programs, measure memory or try many thousand inputs: they are slow, and
// hold few other lines.
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    include: ['packages/guard/test/**/*.test.ts'],
    exclude: [
      '**/{processes,next,nest,koa,hono,fastify,express,bundle,docs,routes,routes-live,otel,bounds,chromium,stores-lost,web,authenticators,journals}.test.ts',
    ],
    testTimeout: 120_000,
  },
});
