// What a single line tells of a request and its answer, in any prose, and in the forms of the tool that wrote it.
import type { Claim } from '../../model/cause.ts';
import type { Tool, ToolLine } from '../../model/tool.ts';
import {
  type MethodMark,
  methodsIn,
  type RequestMark,
  requestIn,
  trimUrl,
  type UrlMark,
  urlsIn,
} from './request-marks.ts';
import { codeIn, refusesInWords, type StatusMark, statusesIn } from './status.ts';

/** A line that is ready to be read. */
export interface Line {
  readonly text: string;
  /** The tool that wrote it, where it shows itself here. */
  readonly tool?: Tool;
  /** Whether a tool says that these are the server's words. */
  readonly voice: boolean;
}

/** What one line tells. */
export interface LineMarks {
  readonly status?: StatusMark;
  /** A refusal in words that stand for no number. */
  readonly refusing: boolean;
  readonly request?: RequestMark;
  readonly host?: string;
  /** The server's own words, where the tool's form shows them. */
  readonly words?: string;
  readonly tool?: Tool;
  /** Written by the tool of its own accord. */
  readonly own?: true;
  readonly claims?: readonly Claim[];
  /** Runs of the line that were read. */
  readonly read: readonly { readonly start: number; readonly end: number }[];
}

const MOST_LINE = 8000;
/** Statuses below are told of beside requests, but are no refusal. */
const REFUSED_FROM = 400;

export function marksOf(given: Line, tools: readonly Tool[]): LineMarks | undefined {
  const line = given.text.slice(0, MOST_LINE);
  if (line.trim() === '') return undefined;
  const { tool } = given;
  const own = bestForm(line, tools);
  if (own) return own;
  if (tools.some((one) => one.own?.some((pattern) => pattern.test(line))))
    return tool ? { refusing: false, tool, own: true, read: [] } : { refusing: false, own: true, read: [] };
  const status = statusesIn(line).find((one) => one.status >= REFUSED_FROM) ?? codeIn(line);
  const urls = urlsIn(line);
  const request = requestIn(line);
  const refusing = refusesInWords(line);
  if (!status && !request && !refusing && !tool) return undefined;
  return {
    ...(status && { status }),
    refusing,
    ...(request && { request }),
    ...(tool && { tool }),
    read: runs(status, urls, request?.method ? methodsIn(line) : []),
  };
}

/** Of the forms that a line has, the one that tells most: several tools may know a message of a library. */
function bestForm(line: string, tools: readonly Tool[]): LineMarks | undefined {
  let best: LineMarks | undefined;
  let most = -1;
  for (const tool of tools)
    for (const given of tool.lines ?? []) {
      const form = given instanceof RegExp ? { is: given } : given;
      const match = form.is.exec(line);
      if (!match) continue;
      const told = Object.values(match.groups ?? {}).filter((group) => group).length;
      if (told <= most) continue;
      most = told;
      best = fromTool(match, form, line, tool);
    }
  return best;
}

function runs(
  status: StatusMark | undefined,
  urls: readonly UrlMark[],
  methods: readonly MethodMark[],
): LineMarks['read'] {
  return [...urls, ...methods, ...(status && !status.assumed ? [status] : [])].sort((a, b) => a.start - b.start);
}

function fromTool(match: RegExpExecArray, form: ToolLine, line: string, tool: Tool): LineMarks {
  const { method, url, host, path, status, reason, words: told = '' } = match.groups ?? {};
  // a bracket that opens what is printed below is no word
  const words = /[\p{L}\p{N}]/u.test(told) ? told : undefined;
  // a form that only knows the status leaves the rest of its line to be read as any
  const request = requestOf(method ?? form.method, url, path) ?? (status === undefined ? undefined : requestIn(line));
  const marked = statusOf(status, form.status);
  const claims = form.means?.map(
    (meaning): Claim => ({ ...meaning, at: [], quote: { from: tool.name, text: line.trim() }, by: `tool/${tool.id}` }),
  );
  return {
    ...(marked &&
      (marked.assumed || marked.status >= REFUSED_FROM) && { status: { ...marked, ...(reason && { reason }) } }),
    refusing: words !== undefined && refusesInWords(words),
    ...(request && { request }),
    ...(host === undefined ? {} : { host }),
    ...(words === undefined ? {} : { words: words.trim() }),
    ...(claims && { claims }),
    tool,
    own: true,
    read: [],
  };
}

function requestOf(
  method: string | undefined,
  url: string | undefined,
  path: string | undefined,
): RequestMark | undefined {
  const trimmed = url === undefined ? '' : trimUrl(url);
  const absolute = /^https?:\/\/[^/?#]/i.test(trimmed) ? trimmed.replace(/#.*/s, '') : undefined;
  if (method === undefined && absolute === undefined && path === undefined) return undefined;
  return {
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
    ...(absolute === undefined ? {} : { url: absolute }),
    ...(path === undefined ? {} : { path }),
    told: true,
  };
}

/** The status of a line: a number, a code in words, or what the line stands for. */
function statusOf(told: string | undefined, stands: number | undefined): StatusMark | undefined {
  if (told !== undefined) {
    const number = /[1-5]\d\d/.exec(told)?.[0];
    const mark =
      number === undefined ? (codeIn(told) ?? codeIn(`(${told})`)) : { status: Number(number), start: 0, end: 0 };
    if (mark) return mark;
  }
  return stands === undefined ? undefined : { status: stands, start: 0, end: 0, assumed: true };
}
