// An esbuild plugin: the parser of HTML and XML becomes a file of its own, read when the first page is. Readers cannot wait for an
// `import()`, and most refusals are JSON: at a start of the command the parser and its table of entities would be read for nothing.
import path from 'node:path';
import { build } from 'esbuild';

const NAME = 'htmlparser2';

/** The plugin; the file goes into the folder `parts` of this output folder. */
export function lateParser(outdir, options) {
  return {
    name: 'late-parser',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^htmlparser2$/ }, ({ resolveDir }) => ({
        path: NAME,
        namespace: 'late',
        pluginData: resolveDir,
      }));
      onLoad({ filter: /.*/, namespace: 'late' }, async ({ pluginData: resolveDir }) => {
        await build({
          ...options,
          stdin: { contents: `export { Parser } from '${NAME}';`, resolveDir },
          format: 'cjs',
          mainFields: ['module', 'main'],
          outfile: path.join(outdir, 'parts', `${NAME}.cjs`),
        });
        return { contents: CODE, loader: 'js' };
      });
    },
  };
}

const CODE = `import { createRequire } from 'node:module';
let loaded;
export function Parser(...words) {
  loaded ??= createRequire(import.meta.url)('./${NAME}.cjs');
  return new loaded.Parser(...words);
}
`;
