import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  curlLine,
  curlOptions,
  type Redactor,
  type Request,
  redactRequest,
  type SendOptions,
  type ShellLine,
} from '@why403/core';

let folder: string | undefined;

/**
 * A mended request as a curl line that runs as it stands and still holds no secret: what has to stay private goes into a
 * curl config file that only this user can read (https://curl.se/docs/manpage.html#-K), and the line names the file.
 */
export function mendedLine(request: Request, send: SendOptions, redact: Redactor | undefined): ShellLine | null {
  const options = curlOptions(send.proxyHeaders && redact ? { ...send, proxyHeaders: [] } : send);
  if (!redact) return curlLine(request, { extra: options });
  const shown = redactRequest(request, redact);
  const config: string[] = [];
  const hidden: string[] = [];
  for (const [name, value] of send.proxyHeaders ?? []) config.push(`proxy-header = ${quoted(`${name}: ${value}`)}`);
  const headers = request.headers.filter(([name, value], i) => {
    if (shown.headers[i]?.[1] === value) return true;
    hidden.push(name.toLowerCase());
    config.push(`header = ${quoted(`${name}: ${value}`)}`);
    return false;
  });
  const urlHidden = shown.url !== request.url;
  if (urlHidden) config.push(`url = ${quoted(request.url)}`);
  const bodyHidden = request.body !== undefined && shown.body?.text !== request.body.text;
  if (bodyHidden) config.push(`data-raw = ${quoted(request.body!.text)}`);
  if (!config.length) return curlLine(request, { extra: options });
  const { body, ...rest } = request;
  const visible: Request = { ...rest, headers, ...(body && !bodyHidden && { body }) };
  return curlLine(visible, {
    extra: [...options, '-K', privateFile(config.join('\n'))],
    elsewhere: { url: urlHidden, body: bodyHidden, headers: hidden },
  });
}

function privateFile(text: string): string {
  // mkdtemp makes a folder that only this user can enter
  folder ??= fs.mkdtempSync(path.join(os.tmpdir(), 'why403-'));
  const file = path.join(folder, `mended-${fs.readdirSync(folder).length + 1}.curl`);
  fs.writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return file;
}

/** A value of a curl config file: in double quotes, with curl's own escapes. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t').replaceAll('\v', '\\v')}"`;
}
