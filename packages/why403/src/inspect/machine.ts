/**
 * Any server, by what the machine shows of it: the processes behind the port, their files and settings, and where in them the answer
 * was made. Code is read by its form and not run, so all of it suggests and nothing proves.
 */
import { dirname } from 'node:path';
import type { Exchange } from '@why403/core';
import { wordsOfAnswer } from './machine/answer-words.ts';
import { couldDo } from './machine/could-do.ts';
import { dependencySites } from './machine/dependencies.ts';
import { foldersIn } from './machine/folders.ts';
import { fixOf } from './machine/mend-setting.ts';
import { type Origin, originOf } from './machine/origin.ts';
import { type Picture, picturesBehind } from './machine/picture.ts';
import { holdsSettings, type ProgramFile, programFiles } from './machine/program-files.ts';
import { barredFiles, servedFindings, workerOf } from './machine/served-files.ts';
import { type Setting, settingsOf } from './machine/settings.ts';
import { type Site, sitesOf, type Told } from './machine/sites.ts';
import { readTrace } from './machine/trace-findings.ts';
import { type Weighed, weighSetting } from './machine/weigh-setting.ts';
import { inspectFile } from './path-walk/files.ts';
import { writtenSince } from './shared/log-tail.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

const BY = 'machine';
/** Bits of a setting that the refusing code asks and whose value refuses this request, and of one that only stands in the files. */
const ASKED = 12.5;
const STANDS = 7;
/** And of a switch that is named as what the request does. */
const SWITCHED = 10;
/** Bits of what a condition is about, by how surely it is the one: words that stand once, or only the status. */
const BY_WORDS = 9;
const BY_NUMBER = 4;
const BY_ONLY = 12;
const FAINT = 0.3;
/** How far a condition must speak of its cause to be clear. */
const CLEAR = 3;
const SURE = 6;
/** How far the best place must stand before the next. */
const AHEAD = 2;
const MOST_SETTINGS = 3;
/** Logged lines that are held against the sources, and characters of each. */
const MOST_LOGGED = 50;
const MOST_LINE = 2_000;

interface Program {
  readonly picture: Picture | undefined;
  readonly files: readonly ProgramFile[];
  readonly settings: readonly Setting[];
  readonly folders: readonly string[];
  readonly view: ServerView;
}

function inspect(exchange: Exchange, server: ServerInput): Promise<Inspection> {
  const view = viewExchange(exchange);
  const told: Told = { words: wordsOfAnswer(exchange), logged: loggedLines(server) };
  const front = picturesBehind(view.port)[0];
  const trace = server.traced && front && readTrace(server.traced, front, view);
  const pictures = picturesBehind(view.port, trace?.asked).filter(
    ({ members: [first] }) => first === undefined || !server.evaluated?.includes(first.name),
  );
  const parts = (pictures.length || server.evaluated?.length ? pictures : [undefined]).map((picture, i) =>
    inspectProgram(picture, i === 0 ? (trace?.read ?? []) : [], { view, told, server }),
  );
  return Promise.resolve({
    findings: [...(trace?.findings ?? []), ...parts.flatMap(({ findings }) => findings)],
    unseen: parts.flatMap(({ unseen }) => unseen),
    notes: [...(trace?.notes ?? server.traced?.unseen ?? []), ...parts.flatMap(({ notes = [] }) => notes)],
  });
}

interface Context {
  readonly view: ServerView;
  readonly told: Told;
  readonly server: ServerInput;
}

/** One program; `read`: files that it was seen to read. */
function inspectProgram(
  picture: Picture | undefined,
  read: readonly string[],
  { view, told, server }: Context,
): Inspection {
  const own = programFiles(withConfig(picture, server.config), read);
  const settings = own.files.flatMap((file) => (holdsSettings(file) ? settingsOf(file) : []));
  const folders = [...own.folders, ...foldersIn(settings, picture)];
  const program: Program = { picture, files: own.files, settings, folders, view };
  const here = sitesOf(own.files, view, told);
  const inPackages =
    here.some(({ words }) => words !== undefined) || !picture
      ? []
      : dependencySites(picture, own.files, told.words.own);
  const sites = [...inPackages, ...here];
  const origin = sites[0] && originOf(sites[0], { files: own.files, settings, sent: sentIn(view) });
  const findings: Finding[] = [];
  const worker = picture && workerOf(picture, server.worker);
  if (worker) {
    const served = servedFindings(folders, view, worker);
    findings.push(...served);
    if (!served.length && origin?.causes[0]?.cause === 'file-permissions')
      findings.push(...unreadable(program, worker));
  }
  const file = findings.some(({ cause, location }) => cause === 'file-permissions' && location !== undefined);
  if (origin)
    findings.push(
      // the file itself is the place to go to, not the code that could not open it
      ...fromOrigin(origin, sites, program).map(({ location, ...one }) =>
        file && one.cause === 'file-permissions' ? one : { ...one, ...(location && { location }) },
      ),
    );
  findings.push(...fromSettings(origin, program));
  const isTold = ({ location }: Finding): boolean =>
    findings.some((one) => one.location?.file === location?.file && one.location?.line === location?.line);
  findings.push(...candidates(program).filter((one) => !isTold(one)));
  return {
    findings,
    unseen: findings.length ? [] : [...(picture?.unseen ?? []), ...own.unseen],
    notes: origin?.site.words === undefined ? [] : [sayWords(origin)],
  };
}

/** Pieces of the request by which a user, a key or a route is named in settings. */
function sentIn({ rawPath, query = '', headers }: ServerView): readonly string[] {
  const basic = /^basic\s+([\w+/=]{4,500})$/i.exec(headers.get('authorization') ?? '')?.[1];
  const user = basic === undefined ? '' : (Buffer.from(basic, 'base64').toString('utf8').split(':', 1)[0] ?? '');
  const bearer = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const named = [...headers].flatMap(([name, value]) => (/^x-/.test(name) ? [value] : []));
  return [user, bearer, ...named, ...rawPath.split('/'), ...query.split(/[=&]/)].filter((piece) => piece.length > 2);
}

/** Where nothing may be seen of the processes, the files that were named are all there is. */
function withConfig(picture: Picture | undefined, config: string | undefined): Picture {
  const none = { port: 0, members: [], logs: [], asks: [], unseen: [] };
  if (config === undefined) return picture ?? none;
  const named = {
    pid: 0,
    parent: 0,
    uid: -1,
    words: ['', config],
    cwd: dirname(config),
    name: '',
    open: [],
    env: {},
    unit: undefined,
  };
  return { ...(picture ?? none), members: [...(picture?.members ?? []), named] };
}

function loggedLines({ logSizes }: ServerInput): readonly string[] {
  return [...(logSizes ?? [])].flatMap(([log, size]) => {
    try {
      return writtenSince(log, size)
        .slice(-MOST_LOGGED)
        .map((line) => line.slice(0, MOST_LINE));
    } catch {
      // the reader of logs says what is wrong with it
      return [];
    }
  });
}

/** What the condition is about where the answer was made; the settings that it asks are weighed beside. */
function fromOrigin(origin: Origin, sites: readonly Site[], program: Program): readonly Finding[] {
  const { site, condition, causes } = origin;
  const [best] = causes;
  if (!best || !condition) return [];
  const alone = !sites[1] || site.score - sites[1].score >= AHEAD;
  const clear = alone && best.score >= CLEAR && best.score > (causes[1]?.score ?? 0);
  // the only line of the program with this status, under a condition that itself speaks of one cause
  const only = sites.length === 1 && best.score >= SURE;
  const base = only ? BY_ONLY : site.words !== undefined || site.logged ? BY_WORDS : BY_NUMBER;
  const setting = origin.settings[0];
  const location = setting
    ? { file: setting.file, line: setting.line }
    : site.used
      ? { file: site.used.file.path, line: site.used.line }
      : { file: condition.file, line: condition.line };
  const quote = setting || site.used ? quoteOf(program.files, location) : condition.text;
  return causes.slice(0, 3).map(({ cause, score }, i): Finding => {
    const bits = clear ? (i === 0 ? base : FAINT) : score >= best.score ? FAINT * 4 : FAINT;
    return {
      cause,
      weight: bits >= BY_NUMBER ? 'suggests' : 'hints',
      bits,
      says: `${sayPlace(origin)}${setting ? `, which asks "${setting.keys.at(-1)}" at ${setting.file}:${setting.line}` : ''}`,
      quote: quote.slice(0, 300),
      location,
      fixes: [],
      by: BY,
    };
  });
}

function sayPlace({ site, condition, calledBy }: Origin): string {
  const at = `${site.file.path}:${site.line}`;
  const by = calledBy ? `, ${site.used ? 'used' : 'called'} at ${calledBy.file}:${calledBy.line}` : '';
  const what =
    site.words !== undefined
      ? `The answer's words stand at ${at}`
      : site.logged
        ? `The logged words stand at ${at}`
        : `${at} answers with this status`;
  return `${what}${by}${condition ? `, under the condition at ${condition.file}:${condition.line}` : ''}`;
}

function sayWords({ site, calledBy }: Origin): string {
  const by = calledBy ? `, ${site.used ? 'used' : 'called'} at ${calledBy.file}:${calledBy.line}` : '';
  return `The answer's words "${site.words}" stand at ${site.file.path}:${site.line}${by}`;
}

/**
 * Settings whose value would refuse this request. Where the code that refuses asks some of them, or is about the same as they are,
 * only those count.
 */
function fromSettings(origin: Origin | undefined, program: Program): readonly Finding[] {
  const asked = new Set(origin?.settings);
  const about = origin?.causes[0]?.cause;
  const borneOut = ({ setting, cause, strength }: Weighed): boolean =>
    asked.has(setting) || (cause === about && strength === 3);
  const weighed = program.settings
    .flatMap((setting) => weighSetting(setting, program.view) ?? [])
    .sort((a, b) => Number(borneOut(b)) - Number(borneOut(a)) || b.strength - a.strength);
  const chosen = weighed.some(borneOut) ? weighed.filter(borneOut) : weighed;
  const causes = new Set(chosen.map(({ cause }) => cause));
  return chosen.slice(0, MOST_SETTINGS).map((one) => settingFinding(one, borneOut(one), causes.size, program));
}

function settingFinding(weighed: Weighed, asked: boolean, rivals: number, { files, picture, view }: Program): Finding {
  const { setting, cause, strength, says, line = setting.line } = weighed;
  const file = files.find(({ path }) => path === setting.file)!;
  const fix = fixOf(weighed, file, picture?.members[0], view);
  const stands = weighed.named === true ? SWITCHED : STANDS;
  const bits = asked ? ASKED : strength === 3 ? stands / Math.max(1, rivals - 1) : strength;
  return {
    cause,
    weight: bits >= STANDS ? 'suggests' : 'hints',
    bits,
    says: `${setting.file}:${line} ${says}${asked ? '; the code that refuses is about the same' : ''}`,
    quote: quoteOf(files, { file: setting.file, line }),
    location: { file: setting.file, line },
    fixes: fix ? [fix] : [],
    by: BY,
  };
}

/** Bits of a setting that only speaks of the like. */
const LIKE = 0.5;

function candidates({ settings, files, view }: Program): readonly Finding[] {
  return couldDo(settings, view).map(({ cause, setting: { file, line, keys } }) => ({
    cause,
    weight: 'hints',
    bits: LIKE,
    says: `${file}:${line} sets "${keys.at(-1)}", which could do it`,
    quote: quoteOf(files, { file, line }),
    location: { file, line },
    fixes: [],
    by: BY,
  }));
}

function quoteOf(
  files: readonly ProgramFile[],
  { file, line }: { readonly file: string; readonly line: number },
): string {
  return (files.find(({ path }) => path === file)?.lines[line - 1] ?? '').trim().slice(0, 300);
}

const MOST_BARRED = 3;

/** The code refuses where a file cannot be read: those that its user may not read. */
function unreadable({ folders }: Program, worker: NonNullable<ReturnType<typeof workerOf>>): readonly Finding[] {
  const paths = barredFiles(folders, worker, MOST_BARRED + 1);
  if (paths.length > MOST_BARRED) return [];
  return paths.flatMap((path) =>
    inspectFile({ path, user: worker.user, change: false, by: BY, pid: worker.pid }).findings.map(
      (one): Finding => ({
        ...one,
        bits: STANDS / paths.length,
      }),
    ),
  );
}

const machine: Inspector = {
  id: 'machine',
  title: 'The machine',
  anyKind: true,
  find: (input) => Promise.resolve([input]),
  inspect,
};

export default machine;
