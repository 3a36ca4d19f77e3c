import { type Gap, gap } from '../../model/gap.ts';
/** A transcript sorted into what was sent and what came back, as raw messages. */
export interface Transcript {
  /** Raw request heads, in order. */
  readonly requests: readonly string[];
  /** Raw responses, in order, the body with the last one. */
  readonly responses: string;
  readonly scheme?: 'http' | 'https';
  readonly host?: string;
  readonly url?: string;
  readonly address?: string;
  readonly port?: number;
  /** What the transcript does not show. */
  readonly gaps: readonly Gap[];
}

/** Sorts the output of `curl -v` (`> `, `< `, `* ` before each line); `undefined` where the text is none. */
export function unfoldCurlVerbose(text: string): Transcript | undefined {
  const lines = text.split('\n');
  if (!lines.slice(0, 400).some((line) => /^< HTTP\/[0-9]|^> \S+ \S+ HTTP\/[0-9]/.test(line))) return undefined;
  const requests: string[][] = [];
  const responses: string[] = [];
  const body: string[] = [];
  let scheme: 'http' | 'https' | undefined;
  let address: string | undefined;
  let port: number | undefined;
  let answered = false;
  // what writes the mark once, before the whole head (PHP), leaves the other lines without one
  let inHead = false;
  for (const raw of lines) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const mark = line.slice(0, 2);
    const rest = line.slice(2);
    inHead &&= mark !== '< ' && line !== '';
    if (mark === '> ' || line === '>') {
      if (/^\S+ \S+ HTTP\/[0-9]/.test(rest)) requests.push([]);
      requests.at(-1)?.push(rest);
      inHead = rest !== '';
    } else if (inHead && /^[!#$%&'*+.^_`|~\w-]{1,100}:/.test(line)) requests.at(-1)?.push(line);
    else if (mark === '< ' || line === '<') {
      if (/^HTTP\/[0-9]/.test(rest)) body.length = 0;
      responses.push(rest);
      answered = true;
    } else if (mark === '* ') {
      const connected = /^Connected to \S{1,300} \(([0-9a-fA-F.:]{2,45})\) port ([0-9]{1,5})/.exec(rest);
      if (connected) {
        address = connected[1];
        port = Number(connected[2]);
        scheme ??= port === 443 ? 'https' : undefined;
      }
      if (/^(?:SSL connection using|ALPN[:,]|Server certificate:|TLSv1\.[0-9])/.test(rest)) scheme = 'https';
    } else if (answered && !isNoise(line)) body.push(raw);
  }
  const shownBody = body.join('\n');
  return {
    requests: requests.map((head) => `${head.join('\n').trimEnd()}\n\n`),
    responses: `${responses.join('\n')}${shownBody.trim() === '' ? '' : `${responses.at(-1) === '' ? '\n' : '\n\n'}${shownBody}`}`,
    scheme: scheme ?? (namesHttps(text, requests) ? 'https' : 'http'),
    ...(address === undefined ? {} : { address }),
    ...(port === undefined ? {} : { port }),
    gaps: [],
  };
}

/** Whether the host that was asked stands somewhere in the text behind https. */
function namesHttps(text: string, requests: readonly (readonly string[])[]): boolean {
  const host = requests
    .flat()
    .map((line) => /^host: ?([\w.:-]{1,260})$/i.exec(line)?.[1])
    .find((one) => one);
  return host !== undefined && text.includes(`https://${host}/`);
}

/** curl's progress meter and its notes on data. */
function isNoise(line: string): boolean {
  return (
    /^[{}] \[[0-9]{1,12} bytes data\]/.test(line) ||
    /^ {1,2}% Total {1,9}% Received|^ {20,40}Dload {1,9}Upload/.test(line) ||
    /^\r? {0,3}[0-9]{1,3} {1,9}[0-9.kMG]{1,9} {1,9}[0-9]{1,3} {1,9}[0-9.kMG]{1,9} .{0,200}[-:0-9]{8}/.test(line)
  );
}

/** Sorts the output of `wget -S` and `wget --debug`; `undefined` where the text is none. */
export function unfoldWget(text: string): Transcript | undefined {
  const head = text.slice(0, 8192);
  const started = /^--[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}-- {1,4}(https?:\/\/\S{1,4096})/m.exec(head);
  const debug = /^---request begin---\r?$/m.test(head);
  if (!started && !debug) return undefined;
  const requests = takeBlocks(text, '---request begin---', '---request end---');
  const shown = takeBlocks(text, '---response begin---', '---response end---');
  const url = started?.[1];
  let responses = shown.join('\n');
  if (shown.length === 0) {
    // -S sets each header line in by two spaces.
    const lines = text
      .split('\n')
      .flatMap((line) => (/^ {2}(?:HTTP\/[0-9]|[^\s:]{1,256}:)/.test(line) ? [line.slice(2).trimEnd()] : []));
    responses = lines
      .map((line) => (line.startsWith('HTTP/') ? `\n${line}` : line))
      .join('\n')
      .trim();
  }
  // what --debug tells of a body that it does not save
  const body = /^Skipping \d{1,12} bytes of body: \[([\s\S]{0,262144}?)\](?: done\.)?\r?$/m.exec(text)?.[1] ?? '';
  return {
    requests,
    responses: responses === '' ? '' : `${responses.trimEnd()}\n\n${body}`,
    ...(url === undefined ? {} : { url, scheme: url.startsWith('https') ? ('https' as const) : ('http' as const) }),
    gaps: [
      ...(body === '' ? [gap('response-body', 'wget does not show the response body.')] : []),
      ...(requests.length > 0 ? [] : [gap('request-headers', 'wget -S does not show the request headers.')]),
    ],
  };
}

function takeBlocks(text: string, open: string, close: string): string[] {
  const blocks: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    if (from < 0) return blocks;
    const end = text.indexOf(close, from);
    const stop = end < 0 ? text.length : end;
    blocks.push(`${text.slice(from + open.length, stop).trim()}\n\n`);
    at = stop + close.length;
  }
}
