import { readdirSync } from 'node:fs';
import { planGrants } from '../path-walk/grant.ts';
import type { Walk } from '../path-walk.ts';
import { shellWord } from '../shared/shell.ts';
import type { ServerFix } from '../types.ts';
import { listCandidates } from './candidates.ts';
import { applyEdit, commandOf, type Edit, editAt } from './edits.ts';
import { evaluateOnce } from './evaluate.ts';
import { isCatchAll } from './judge.ts';
import { buildModel, inherited, setting } from './model.ts';
import { parseConfig } from './parse.ts';
import type { Decision, Files, Outcome, Run } from './run.ts';

/** How the server takes its files up again. */
export interface Reload {
  readonly commands: readonly string[];
}

/** The commands that test the configuration and reload it only if it is good. */
export function reloadCommands(
  config: string,
  prefix: string | undefined,
  pidFile: string | undefined,
): readonly string[] {
  const flags = `${prefix === undefined ? '' : `-p ${shellWord(prefix)} `}-c ${shellWord(config)}`;
  const reload = pidFile === undefined ? `nginx ${flags} -s reload` : `kill -HUP "$(cat ${shellWord(pidFile)})"`;
  return [`nginx -t -q ${flags} && ${reload}`];
}

/** The status with an edit carried out, all else taken for granted as before. */
function statusAfter(run: Run, edit: Edit, files: Files): number {
  const { config } = run.model;
  const edited = applyEdit(config.texts.get(edit.file) ?? '', edit);
  const read = (file: string): string => {
    const text = file === edit.file ? edited : config.texts.get(file);
    if (text === undefined) throw Object.assign(new Error('missing'), { code: 'ENOENT' });
    return text;
  };
  const after = parseConfig(config.main, read);
  if (after.problems.length > config.problems.length) return 500;
  return evaluateOnce(
    buildModel(after),
    run.request,
    files,
    run.questions.map(({ taken }) => taken),
  ).outcome.status;
}

const flips = (status: number): boolean => status === 0 || (status >= 200 && status < 400);

function directoryFixes(run: Run, decision: Decision, files: Files, reload: readonly string[]): ServerFix[] {
  const dir = decision.path?.replace(/\/$/, '');
  if (!dir) return [];
  const fixes: ServerFix[] = [];
  const { config } = run.model;
  let names: string[] = [];
  try {
    names = readdirSync(dir);
  } catch {
    // Only the page below is left to offer.
  }
  const serves = (name: string): boolean => {
    const probe = evaluateOnce(
      run.model,
      { ...run.request, uri: `${run.request.uri}${name}`, rawUri: `${run.request.rawUri}${name}` },
      files,
    );
    // A script that nothing runs would be sent as its source.
    return /\.(?:php|phtml|cgi|pl|py|rb)$/.test(name) ? probe.outcome.status === 0 : probe.outcome.status === 200;
  };
  const index = setting(run.scope, 'index');
  const usable = names
    .filter((name) => /^(?:index|default|home)\.(?:html?|xhtml|shtml|php|txt|json)$/i.test(name))
    .find(serves);
  const known = inherited(run.scope, 'index').flatMap(({ args }) => args);
  if (usable && !known.includes(usable) && index) {
    const text = config.texts.get(index.file)?.slice(index.start, index.end) ?? '';
    const edit = editAt(config, index, text, text.replace(/\s*;$/, ` ${usable};`));
    if (edit && flips(statusAfter(run, edit, files)))
      fixes.push({
        who: 'server-admin',
        text: `Add ${usable}, which is there, to the index files at ${index.file}:${index.line}.`,
        commands: [commandOf(edit), ...reload],
        opens: [`${usable} as the page of every directory that holds one`],
        touches: [edit.file],
        reload,
      });
  }
  const first = known.find((name) => /^[\w.-]+\.html?$/.test(name)) ?? (known.length === 0 ? 'index.html' : undefined);
  if (first && names.length >= 0)
    fixes.push({
      who: 'server-admin',
      text: `Put a page ${first} into ${dir}: nginx sends it for the directory.`,
      commands: [
        `printf '%s\\n' '<!doctype html><title>Index</title>' > ${shellWord(`${dir}/${first}`)} && chmod 644 ${shellWord(`${dir}/${first}`)}`,
      ],
      opens: [`that page to everyone who may reach ${run.request.uri}`],
      touches: [`${dir}/${first}`],
    });
  const place = run.location?.directive ?? run.chosen?.server.directive;
  if (place?.bodyStart !== undefined && !setting(run.scope, 'autoindex')) {
    const edit = editAt(config, { file: place.file, start: place.bodyStart - 1 }, '{', '{ autoindex on;');
    if (edit && flips(statusAfter(run, edit, files)))
      fixes.push({
        who: 'server-admin',
        text: `Or let nginx list the directory.`,
        commands: [commandOf(edit), ...reload],
        opens: [
          `the names of all files in every directory without an index file below ${run.location?.pattern ?? 'this server'}`,
        ],
        touches: [edit.file],
        reload,
      });
  }
  return fixes;
}

/** The least grants along a walk as one fix. */
export function grantFix(walk: Walk): ServerFix | undefined {
  const grants = planGrants(walk);
  if (grants.length === 0) return undefined;
  return {
    who: 'server-admin',
    text: `This ${grants.map(({ text }) => text).join(', and ')}; nothing else on the way refuses.`,
    commands: grants.map(({ command }) => command),
    opens: grants.map(({ opens }) => opens),
    touches: grants.map(({ path }) => path),
  };
}

/** Fixes for a refusal, the least first; those by configuration were tried on a copy in memory and let the request through there. */
export function fixesFor(
  run: Run,
  outcome: Outcome,
  decision: Decision,
  files: Files,
  reload: readonly string[],
): readonly ServerFix[] {
  if (decision.kind === 'directory') return directoryFixes(run, decision, files, reload);
  const fixes: ServerFix[] = [];
  if (decision.walk?.denied.some(({ reason }) => !reason)) {
    const fix = grantFix(decision.walk);
    if (fix) fixes.push(fix);
  }
  for (const candidate of listCandidates(run, outcome, decision, isCatchAll(outcome, decision))) {
    if (fixes.length >= 3) break;
    if (!flips(statusAfter(run, candidate.edit, files))) continue;
    fixes.push({
      who: 'server-admin',
      text: candidate.text,
      commands: [commandOf(candidate.edit), ...reload],
      opens: candidate.opens,
      touches: [candidate.edit.file],
      reload,
    });
  }
  return fixes;
}
