// Documentation pages made from the units: one for each cause, and the table of the products.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const WRITTEN = '<!-- Written by `npm run gen` from the sources. Do not edit. -->';

/** The core package, from its sources. */
export async function loadCore(entry) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'why403-gen-'));
  const outfile = path.join(folder, 'core.mjs');
  try {
    await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: ['source', 'import'],
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The page of one cause. */
export function causePage(cause, { WHO, QUESTIONS }) {
  const link = (id) => `[\`${id}\`](${id}.md)`;
  const fixes = cause.fixes(EMPTY);
  return page([
    `# ${cause.id}: ${cause.title}`,
    `Group: ${cause.group}. Who can mend it: ${cause.who.map((who) => WHO[who]).join(', ')}.`,
    text(cause.explain),
    '## Signs',
    [
      ...cause.signs.for.map((sign) => `- for it: ${text(sign)}`),
      ...cause.signs.against.map((sign) => `- against it: ${text(sign)}`),
    ].join('\n'),
    '## What settles it',
    capital(text(cause.settledBy)),
    ...(fixes.length ? ['## What to do', fixes.map((fix) => `- ${WHO[fix.who]}: ${text(fix.text)}`).join('\n')] : []),
    '## Nearby',
    [
      `- looks like it: ${cause.rivals.map(link).join(', ')}`,
      ...(cause.checklist ? [`- on the checklist: ${QUESTIONS[cause.checklist]}`] : []),
      ...cause.references.map(({ title, url }) => `- [${text(title)}](${url})`),
    ].join('\n'),
  ]);
}

/** The list of causes by group. */
export function causesIndex({ catalogue, CAUSE_GROUPS }) {
  const title = (id) => catalogue.causes.find((cause) => cause.id === id)?.title ?? '';
  return page([
    '# Causes of a refused request',
    'The ids are public and stable: they stand in the JSON document, in the guards’ answers and in `why403 explain`.',
    ...Object.entries(CAUSE_GROUPS).flatMap(([group, ids]) => [
      `## ${capital(group)}`,
      ids.map((id) => `- [\`${id}\`](${id}.md): ${text(title(id))}`).join('\n'),
    ]),
  ]);
}

/** Every product with its role, its refusals and where their wording is documented. */
/** docs/tools.md: the programs whose output is known, and what their users do. */
export function toolsPage({ tools }) {
  const list = [...tools].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return page([
    '# Tools whose output is known',
    `${list.length} tools. The output of any other is read for a status, a request and words near each other.`,
    [
      '| tool | fixes for |',
      '|---|---|',
      ...list.map(
        (tool) => `| ${text(tool.name)} \`${tool.id}\` | ${Object.keys(tool.fixes ?? {}).join(', ') || '–'} |`,
      ),
    ].join('\n'),
  ]);
}

export function vendorsPage({ catalogue }) {
  const vendors = [...catalogue.vendors].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const refusals = vendors.reduce((sum, { refusals }) => sum + refusals.length, 0);
  return page([
    '# Products whose refusals are known',
    `${vendors.length} products, ${refusals} refusals. A product that is not among them is judged by the general evidence.`,
    [
      '| product | role | refusals: causes | sources |',
      '|---|---|---|---|',
      ...vendors.map(
        (v) =>
          `| ${text(v.name)} \`${v.id}\` | ${v.role} | ${v.refusals.map((r) => `${r.id}: ${Object.keys(r.usual ?? r.causes).join(', ')}`).join('<br>') || 'the cause that it names itself'} | ${sources(v)} |`,
      ),
    ].join('\n'),
  ]);
}

function sources({ refusals }) {
  const urls = [...new Set(refusals.map(({ source }) => source))];
  return urls.map((url, i) => `[${i + 1}](${url.replaceAll('|', '%7C').replaceAll(')', '%29')})`).join(' ');
}

function page(blocks) {
  return `${[WRITTEN, ...blocks].join('\n\n')}\n`;
}

function text(words) {
  return words.replace(/[<>|*_[\]]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Fixes follow from a case; an empty one gives those that hold for any.
const EMPTY = {
  exchange: { request: { method: 'GET', url: 'https://host/path', headers: [] }, gaps: [] },
  evidence: { all: () => [], first: () => undefined },
  host: '',
  method: 'GET',
  safe: true,
  status: 403,
  headersKnown: false,
};
