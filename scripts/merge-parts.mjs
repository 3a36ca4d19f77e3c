// esbuild makes a part of every set of modules that the same entries share. The main command would read some twenty files at every
// start, most of a few hundred bytes, and each takes longer to find and to link than to run: the small ones are made one.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Parts from this size on, in bytes, stay by themselves, and what needs them as well. */
const LARGE = 20_000;

/**
 * Makes one file, `parts/common.js`, of the small parts that these entries load at once.
 * @param {string} dist folder of the bundle, as esbuild wrote it
 * @param {Record<string, object>} outputs of the metafile, by their paths from the folder
 * @param {readonly string[]} entries source files
 * @param {object} options of esbuild, for the file
 */
export async function mergeParts(dist, outputs, entries, options) {
  const imports = (file) =>
    outputs[file].imports.filter(({ kind, path: to }) => kind === 'import-statement' && outputs[to]).map((i) => i.path);
  const loaded = new Set(Object.keys(outputs).filter((file) => entries.includes(outputs[file].entryPoint)));
  for (const file of loaded) for (const to of imports(file)) loaded.add(to);
  // with all that they need, so that no file imports another that imports it
  const isSmall = (file) =>
    !outputs[file].entryPoint && outputs[file].bytes < LARGE && imports(file).every((to) => isSmall(to));
  const small = [...loaded].filter(isSmall);
  const names = new Set(small.map((file) => path.basename(file)));
  if (new Set(small.flatMap((file) => outputs[file].exports)).size !== small.flatMap((f) => outputs[f].exports).length)
    throw new Error('Two parts export one name.');
  const parts = path.join(dist, 'parts');
  await build({
    ...options,
    stdin: { contents: [...names].map((name) => `export * from './${name}';`).join('\n'), resolveDir: parts },
    outfile: path.join(parts, 'common.js'),
    plugins: [
      {
        name: 'others-apart',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\.?\// }, ({ path: to }) =>
            names.has(path.basename(to)) ? undefined : { path: to, external: true },
          ),
      },
    ],
  });
  for (const file of Object.keys(outputs)) {
    const full = path.join(dist, file);
    if (small.includes(file)) fs.rmSync(full);
    else
      fs.writeFileSync(
        full,
        fs
          .readFileSync(full, 'utf8')
          .replace(PART, (all, before, name) => (names.has(name) ? `"${before}common.js"` : all)),
      );
  }
}

const PART = /"(\.\.?\/(?:parts\/)?)(chunk-\w+\.js)"/g;
