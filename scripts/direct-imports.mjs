// An esbuild plugin: names that come from core's index are imported from the files that hold them. A part of the bundle then
// loads what it uses; through the index it would load all of core, the catalogue included, for the sake of one small function.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const EXPORT = /^export (?:type )?\{([^}]*)\} from '(\.\/[\w/.-]+\.ts)';/gm;
const IMPORT = /^import (?!type\b)\{([^}]*)\} from '@why403\/core';/gm;

/** The plugin, for the sources of one package; `core` is the folder of core's sources. */
export function directImports(core) {
  const homes = new Map();
  for (const [, names, from] of readFileSync(path.join(core, 'index.ts'), 'utf8').matchAll(EXPORT))
    for (const name of words(names)) homes.set(name, path.join(core, from));
  return {
    name: 'direct-imports',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]why403[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
        contents: readFileSync(file, 'utf8').replace(IMPORT, (_line, names) => direct(names, homes)),
        loader: 'ts',
      }));
    },
  };
}

function words(names) {
  return names
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter(Boolean);
}

/** The same names, one import for each; types are gone after the build and need none. On one line, so that line numbers stay. */
function direct(names, homes) {
  const values = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && !name.startsWith('type '));
  const lines = values.map((name) => {
    const home = homes.get(name.replace(/ as .*$/, ''));
    if (!home) throw new Error(`core's index exports no ${name}`);
    return `import { ${name} } from ${JSON.stringify(home)};`;
  });
  return lines.join(' ') + '\n'.repeat(names.split('\n').length - 1);
}
