// docs/guard-options.md: every option of @why403/guard, from the types and their comments, so that none is missing.
import fs from 'node:fs';
import path from 'node:path';

/** What takes options, where no function's signature names them. */
const TAKEN_BY = { RouteOptions: ['guard(requirement, options)'] };

export function guardOptionsPage(root) {
  const src = path.join(root, 'packages/guard/src');
  const files = fs
    .readdirSync(src, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const texts = files.map((file) => fs.readFileSync(path.join(src, file), 'utf8'));
  const signatures = texts.flatMap((text) => [...text.matchAll(/^export (?:async )?function (\w+)([\s\S]*?)\): /gm)]);
  const sections = texts.flatMap((text) => {
    const found = [...text.matchAll(/^export interface (\w+Options)\b([^{]*)\{\n([\s\S]*?)^\}/gm)];
    return found.map(([, name, heritage, body]) => {
      const takers = signatures.filter(([, , signature]) => new RegExp(`\\b${name}\\b`).test(signature));
      return section(TAKEN_BY[name] ?? [...new Set(takers.map(([, taker]) => taker))].sort(), name, heritage, body);
    });
  });
  const head = '<!-- Written by `npm run gen` from the sources. Do not edit. -->\n\n# Every option of @why403/guard\n';
  const note =
    'Options in **bold** are required. A value that cannot be used throws a `GuardError` while the server starts.\n';
  return [head, note, ...sections.sort()].join('\n');
}

function section(takers, name, heritage, body) {
  if (takers.length === 0) throw new Error(`nothing takes ${name}`);
  const rows = [...body.matchAll(/((?:^ {2}\/\*\*[\s\S]*?\*\/\n)?)^ {2}readonly (\w+)(\??):/gm)].map(
    ([, comment, option, isOptional]) => {
      const words = comment
        .replaceAll(/\/\*\*|\*\/|^ *\*(?!\/)/gm, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('|', '\\|')
        .trim();
      if (words === '') throw new Error(`${name}.${option} has no comment`);
      return `| ${isOptional === '?' ? `\`${option}\`` : `**\`${option}\`**`} | ${words} |`;
    },
  );
  const base = /\bextends .*?(\w+)Options/.exec(heritage)?.[1];
  const more = base === undefined ? [] : [`Also the options of \`${base[0].toLowerCase()}${base.slice(1)}\`.`, ''];
  return [
    `## ${takers.map((taker) => `\`${taker}\``).join(', ')}`,
    '',
    ...more,
    '| option | meaning |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}
