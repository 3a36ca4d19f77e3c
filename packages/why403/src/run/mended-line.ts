import {
  curlLine,
  curlOptions,
  type Redactor,
  type Request,
  redactRequest,
  type SendOptions,
  type ShownLine,
  secretOptions,
  showAll,
  shownCurlLine,
} from '@why403/core';
import { writeLine } from '../shared/state-folder.ts';

/** Lines that run as they stand, and the files that they read. */
export interface MendedLines {
  readonly line: (request: Request, send: SendOptions) => ShownLine;
  /** Files with secrets that the lines need. */
  readonly files: readonly string[];
}

/**
 * Mended requests as curl lines that run as they stand and still hold no secret: what has to stay private goes into a curl
 * config file that only this user can read (https://curl.se/docs/manpage.html#-K), and the line names the file. Where there is
 * no private place for it, there is no line.
 */
export function mendedLines(
  redact: Redactor | undefined,
  env: Readonly<Record<string, string | undefined>>,
): MendedLines {
  const files: string[] = [];
  return { line: (request, send) => mendedLine(request, send, redact, env, files), files };
}

function mendedLine(
  request: Request,
  send: SendOptions,
  redact: Redactor | undefined,
  env: Readonly<Record<string, string | undefined>>,
  files: string[],
): ShownLine {
  const secrets = secretOptions(send);
  if (!redact) return shownCurlLine(request, showAll, send);
  const shown = redactRequest(request, redact);
  const config = secrets.map(([name, value]) => `${name} = ${quoted(value)}`);
  const hidden: string[] = [];
  const headers = request.headers.filter(([name, value], i) => {
    const [shownName, shownValue] = shown.headers[i]!;
    if (shownValue === value && shownName === name) return true;
    hidden.push(name.toLowerCase());
    config.push(`header = ${quoted(`${name}: ${value}`)}`);
    return false;
  });
  const urlHidden = shown.url !== request.url;
  if (urlHidden) config.push(`url = ${quoted(request.url)}`);
  const bodyHidden = request.body !== undefined && shown.body?.text !== request.body.text;
  if (bodyHidden) config.push(`data-raw = ${quoted(request.body!.text)}`);
  if (!config.length) return shownCurlLine(request, redact, send);
  const file = writeLine(config.join('\n'), env);
  if (file === undefined) return shownCurlLine(request, redact, send);
  files.push(file);
  const { body, ...rest } = request;
  const visible: Request = { ...rest, headers, ...(body && !bodyHidden && { body }) };
  const line = curlLine(visible, {
    extra: [...curlOptions(send), '-K', file],
    elsewhere: { options: secrets.map(([name]) => name), url: urlHidden, body: bodyHidden, headers: hidden },
  });
  return line === null ? shownCurlLine(request, redact, send) : { request: line };
}

/** A value of a curl config file: in double quotes, with curl's own escapes. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t').replaceAll('\v', '\\v')}"`;
}
