/**
 * Where in a program's files the refusal was made: lines that hold the answer's own words, its number, or the words of the line
 * that was logged meanwhile; of several, those that belong to the request's route.
 */
import { basename } from 'node:path';
import { fitsRoute } from '../app-source/routes.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { AnswerWords } from './answer-words.ts';
import type { ProgramFile } from './program-files.ts';

export interface Site {
  readonly file: ProgramFile;
  /** From 1. */
  readonly line: number;
  readonly score: number;
  /** The answer's words that stand there, or the logged ones. */
  readonly words?: string;
  readonly logged?: true;
  /** The line of the program that uses the package in which this stands. */
  readonly used?: { readonly file: ProgramFile; readonly line: number };
}

const MOST_SITES = 200;
const MAX_LINE = 2_000;
/** How far above a line its route is looked for. */
const ROUTE_ABOVE = 60;
const OWN = 8;
const LOGGED = 7;
const NUMBER = 3;
const USUAL = 1;
const ROUTE = 3;

/** The names that languages and libraries have for a status. */
const NAMES: Readonly<Record<number, string>> = {
  401: 'unauthorized|Unauthorized|UNAUTHORIZED|NotAuthorized|NotAuthenticated|AuthenticationFailed',
  403: 'forbidden|Forbidden|FORBIDDEN|PermissionDenied|AccessDenied|permission_denied|HttpResponseForbidden|StatusForbidden',
  404: 'not_found|NotFound|NOT_FOUND|StatusNotFound',
  405: 'method_not_allowed|MethodNotAllowed|METHOD_NOT_ALLOWED',
  421: 'MISDIRECTED_REQUEST|MisdirectedRequest',
  429: 'too_many_requests|TooManyRequests|TOO_MANY_REQUESTS',
};

export interface Told {
  readonly words: AnswerWords;
  /** Lines that were logged while the request was answered. */
  readonly logged: readonly string[];
}

/** The best first. */
export function sitesOf(files: readonly ProgramFile[], view: ServerView, told: Told): readonly Site[] {
  const { status = 403 } = view;
  const number = new RegExp(
    `(?<![\\w.-])${status}(?![\\w.]\\d|\\w|-\\d)${NAMES[status] ? `|\\b(?:${NAMES[status]})\\b` : ''}`,
  );
  const found: Site[] = [];
  for (const file of files) {
    if (file.kind !== 'source' && !told.words.own.length) continue;
    for (const [i, long] of file.lines.entries()) {
      if (found.length >= MOST_SITES) break;
      const line = long.slice(0, MAX_LINE);
      if (/^\s*(?:#|\/\/|\*|--|;;)/.test(line)) continue;
      const own = told.words.own.find((words) => line.includes(words));
      const log = file.kind === 'source' ? told.logged.find((said) => isTemplateOf(line, said)) : undefined;
      const numbered = file.kind === 'source' && number.test(line);
      if (own === undefined && log === undefined && !numbered) continue;
      const usual = told.words.usual.some((words) => words.length > 3 && line.includes(words));
      found.push({
        file,
        line: i + 1,
        score:
          (own === undefined ? 0 : OWN + Math.min(4, own.length / 10)) +
          (log === undefined ? 0 : LOGGED) +
          (numbered ? NUMBER : 0) +
          (usual ? USUAL : 0) +
          (file.kind === 'source' ? routeScore(file, i, view) : -1),
        ...(own !== undefined && { words: own }),
        ...(log !== undefined && { logged: true as const }),
      });
    }
  }
  return together([...found, ...found.flatMap((site) => referencesTo(site, files))])
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

const TEMPLATE = /\.(?:html?|ejs|erb|jinja2?|j2|twig|tmpl|tpl|mustache|hbs|vue|txt)$/;
const MOST_REFERENCES = 5;

/** Words in a catalogue of messages or a template were put there by name: the lines of the sources that name them. */
function referencesTo(site: Site, files: readonly ProgramFile[]): readonly Site[] {
  if (site.words === undefined) return [];
  const { file } = site;
  const isTemplate = TEMPLATE.test(file.path);
  if (file.kind === 'source' && !isTemplate) return [];
  const key = /^\s*["']?([\w.-]{2,80})["']?\s*[:=]/.exec(file.lines[site.line - 1] ?? '')?.[1];
  const name = isTemplate ? basename(file.path).replace(/\.\w+$/, '') : key;
  if (name === undefined || name.length < 3) return [];
  const told = new RegExp(`['"\`:./]${name.replace(/[.-]/g, '\\$&')}(?:\\.\\w{1,10})?(?:['"\`]|\\b(?![\\w-]))`);
  return files
    .filter((other) => other.kind === 'source' && !TEMPLATE.test(other.path))
    .flatMap((other) =>
      other.lines.flatMap((line, i): Site[] =>
        told.test(line.slice(0, MAX_LINE)) && site.words !== undefined
          ? [{ file: other, line: i + 1, score: site.score + 1, words: site.words }]
          : [],
      ),
    )
    .slice(0, MOST_REFERENCES);
}

/** Lines of one statement or block count as one: the number, the words and the logging of a refusal stand near each other. */
function together(sites: readonly Site[]): readonly Site[] {
  const out: Site[] = [];
  const inOrder = [...sites].sort((a, b) => a.file.path.localeCompare(b.file.path) || a.line - b.line);
  for (const site of inOrder) {
    const last = out.at(-1);
    if (last && last.file === site.file && site.line - last.line <= 3 && indent(last) === indent(site)) {
      const words = last.words ?? site.words;
      out[out.length - 1] = {
        ...last,
        line: last.words === undefined && site.words !== undefined ? site.line : last.line,
        score: Math.max(last.score, site.score) + Math.min(last.score, site.score) / 2,
        ...(words !== undefined && { words }),
        ...((last.logged || site.logged) && { logged: true as const }),
      };
    } else out.push(site);
  }
  return out;
}

const indent = ({ file, line }: Site): number => /^\s*/.exec(file.lines[line - 1] ?? '')![0].length;

/** Whether the route above leads to this request, is another's, or does not show. */
function routeScore({ lines }: ProgramFile, at: number, view: ServerView): number {
  for (let i = at; i >= 0 && i > at - ROUTE_ABOVE; i--) {
    const fits = fitsRoute((lines[i] ?? '').slice(0, MAX_LINE), view);
    if (fits !== undefined) return fits ? ROUTE : /^\S/.test(lines[at] ?? '') ? 0 : -ROUTE;
  }
  return 0;
}

/** Whether a logged line was made from a string of this line: all its fixed pieces stand in it, in order. */
function isTemplateOf(line: string, said: string): boolean {
  for (const [, , text = ''] of line.matchAll(/(["'`])((?:(?!\1)[^\\]|\\.){8,300})\1/g)) {
    const pieces = text
      .split(/%[-+ \d.]*[a-zA-Z]|%\([^)]*\)[a-z]|[#$]?\{[^}]*\}|\$\w+|\\n/)
      .map((piece) => piece.trim());
    const fixed = pieces.filter((piece) => piece.length >= 3);
    if (fixed.join('').length < 8) continue;
    let from = 0;
    const all = fixed.every((piece) => {
      const at = said.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    });
    if (all) return true;
  }
  return false;
}
