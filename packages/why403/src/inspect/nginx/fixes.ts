import { piece, type ShellLine, sh } from '@why403/core';
import { readFolderNames } from '../../shared/read-file.ts';
import { planGrants } from '../path-walk/grant.ts';
import type { Walk } from '../path-walk.ts';
import type { Tries } from '../shared/tries.ts';
import type { ServerFix } from '../types.ts';
import { listCandidates } from './candidates.ts';
import { applyEdit, changeOf, commandOf, type Edit, editAt } from './edits.ts';
import { evaluateOnce } from './evaluate.ts';
import { isCatchAll, refusalOf } from './judge.ts';
import { buildModel, inherited, setting } from './model.ts';
import { probeOpens } from './opens.ts';
import { parseConfig } from './parse.ts';
import type { Decision, Files, Outcome, Run } from './run.ts';

/** The commands that test the configuration and reload it only if it is good. */
export function reloadCommands(
  config: string,
  prefix: string | undefined,
  pidFile: string | undefined,
): readonly ShellLine[] {
  const flags = piece(sh`${[...(prefix === undefined ? [] : ['-p', prefix]), '-c', config]}`);
  const reload = pidFile === undefined ? sh`nginx ${flags} -s reload` : sh`kill -HUP "$(cat ${pidFile})"`;
  return [sh`nginx -t -q ${flags} && ${piece(reload)}`];
}

/** What trying a change needs. */
export interface Means {
  readonly files: Files;
  readonly reload: readonly ShellLine[];
  readonly tries: Tries;
}

/** Judgings of the configuration that reading it anew costs, and the asking of what a change opens. */
const READING = 3;
const OPENING = 12;

/** Evaluates the request with an edit carried out, all else taken for granted as before. */
function evaluateEdited(run: Run, edit: Edit, files: Files): ReturnType<typeof evaluateOnce> | undefined {
  const { config } = run.model;
  const edited = applyEdit(config.texts.get(edit.file) ?? '', edit);
  const read = (file: string): string => {
    const text = file === edit.file ? edited : config.texts.get(file);
    if (text === undefined) throw Object.assign(new Error('missing'), { code: 'ENOENT' });
    return text;
  };
  const after = parseConfig(config.main, read);
  if (after.problems.length > config.problems.length) return undefined;
  return evaluateOnce(
    buildModel(after),
    run.request,
    files,
    run.questions.map(({ taken }) => taken),
  );
}

const statusAfter = (run: Run, edit: Edit, { files, tries }: Means): number =>
  (tries.take(READING) ? evaluateEdited(run, edit, files)?.outcome.status : undefined) ?? 500;

const PAGE = '<!doctype html><title>Index</title>\n';

const flips = (status: number): boolean => status === 0 || (status >= 200 && status < 400);

function directoryFixes(run: Run, decision: Decision, means: Means, depth: number): ServerFix[] {
  const { files, reload } = means;
  const dir = decision.path?.replace(/\/$/, '');
  if (!dir) return [];
  const fixes: ServerFix[] = [];
  const { config } = run.model;
  let names: readonly string[] = [];
  try {
    names = readFolderNames(dir);
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
    if (edit && flips(statusAfter(run, edit, means)))
      fixes.push({
        who: 'server-admin',
        text: `Add ${usable}, which is there, to the index files at ${index.file}:${index.line}.`,
        commands: [commandOf(edit), ...reload],
        opens: [`${usable} as the page of every directory that holds one`],
        changes: [changeOf(edit)],
        reload,
      });
  }
  const first = known.find((name) => /^[\w.-]+\.html?$/.test(name)) ?? (known.length === 0 ? 'index.html' : undefined);
  if (first) {
    const page = `${dir}/${first}`;
    const given = files.withFile(page);
    const joined = joinNext(
      {
        who: 'server-admin',
        text: `Put a page ${first} into ${dir}: nginx sends it for the directory.`,
        commands: [sh`printf '%s\\n' ${PAGE.trimEnd()} > ${page} && chmod 644 ${page}`],
        opens: [`that page to everyone who may reach ${run.request.uri}`],
        changes: [{ kind: 'create', path: page, text: PAGE }],
      },
      evaluateOnce(
        run.model,
        run.request,
        given,
        run.questions.map(({ taken }) => taken),
      ),
      decision,
      { ...means, files: given },
      depth,
    );
    if (joined) fixes.push(joined);
  }
  const place = run.location?.directive ?? run.chosen?.server.directive;
  if (place?.bodyStart !== undefined && !setting(run.scope, 'autoindex')) {
    const edit = editAt(config, { file: place.file, start: place.bodyStart - 1 }, '{', '{ autoindex on;');
    if (edit && flips(statusAfter(run, edit, means)))
      fixes.push({
        who: 'server-admin',
        text: `Or let nginx list the directory.`,
        commands: [commandOf(edit), ...reload],
        opens: [
          `the names of all files in every directory without an index file below ${run.location?.pattern ?? 'this server'}`,
        ],
        changes: [changeOf(edit)],
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
    text: `This ${grants.map(({ text }) => text).join(', and ')}.`,
    commands: grants.map(({ command }) => command),
    opens: grants.map(({ opens }) => opens),
    changes: grants.map(({ change }) => change),
  };
}

/** Most refusals that stand behind one another and are mended together. */
const MAX_DEPTH = 3;

/** A change together with the least one for what would refuse next; undefined where that has none. */
function joinNext(
  first: ServerFix,
  after: ReturnType<typeof evaluateOnce> | undefined,
  before: Decision,
  means: Means,
  depth: number,
): ServerFix | undefined {
  const { reload } = means;
  if (!after) return undefined;
  if (flips(after.outcome.status)) return first;
  const next = refusalOf(after.outcome);
  const same =
    next &&
    next.kind === before.kind &&
    next.directive?.line === before.directive?.line &&
    next.directive?.name === before.directive?.name &&
    next.walk?.denied[0]?.node.path === before.walk?.denied[0]?.node.path;
  if (!next || same || depth >= MAX_DEPTH) return undefined;
  const then = fixesFor(after.run, after.outcome, next, means, depth + 1)[0];
  if (!then) return undefined;
  const reloads = first.reload ?? then.reload;
  const steps = [...first.commands, ...then.commands].filter((command) => !reload.includes(command));
  return {
    who: 'server-admin',
    text: `${first.text} Behind it ${next.says}: ${then.text}`,
    commands: reloads ? [...steps, ...reloads] : steps,
    opens: [...first.opens, ...then.opens],
    changes: [...(first.changes ?? []), ...(then.changes ?? [])],
    ...(reloads ? { reload: reloads } : {}),
  };
}

/**
 * Fixes for a refusal, the least first. Each was tried in memory: with it, and with the one for what would refuse next
 * where that is another rule, the request is let through.
 */
export function fixesFor(
  run: Run,
  outcome: Outcome,
  decision: Decision,
  means: Means,
  depth = 1,
): readonly ServerFix[] {
  const { files, reload, tries } = means;
  if (decision.kind === 'directory') return directoryFixes(run, decision, means, depth);
  const fixes: ServerFix[] = [];
  const { walk } = decision;
  if (walk?.denied.some(({ reason }) => !reason)) {
    const grants = new Map(planGrants(walk).map(({ path, rights }) => [path, rights] as const));
    const given = files.withGrants(grants);
    const fix = grantFix(walk);
    const taken = run.questions.map(({ taken: answer }) => answer);
    const joined =
      fix &&
      joinNext(fix, evaluateOnce(run.model, run.request, given, taken), decision, { ...means, files: given }, depth);
    if (joined) fixes.push(joined);
  }
  const later: ServerFix[] = [];
  const catchAll = isCatchAll(outcome, decision);
  for (const candidate of listCandidates(run, outcome, decision, catchAll)) {
    if (fixes.length >= 3 || !tries.take(READING)) break;
    const after = evaluateEdited(run, candidate.edit, files);
    if (later.length > 0 && !flips(after?.outcome.status ?? 500)) continue;
    const fix: ServerFix = {
      who: 'server-admin',
      text: candidate.text,
      commands: [commandOf(candidate.edit), ...reload],
      // For a name that moves to another server all of that server is meant.
      opens:
        catchAll || !after || !tries.take(OPENING)
          ? candidate.opens
          : probeOpens(run, after.run.model, decision, files),
      changes: [changeOf(candidate.edit)],
      reload,
    };
    const joined = joinNext(fix, after, decision, means, depth);
    // One change that is enough goes before two that are needed together.
    if (joined === fix) fixes.push(fix);
    else if (joined) later.push(joined);
  }
  return [...fixes, ...later].slice(0, 3);
}
