/** HAProxy's HTTP log: the line of a request and its termination state. Source: https://docs.haproxy.org/2.6/configuration.html#8.5 */

const FIRST: Readonly<Record<string, string>> = {
  P: 'HAProxy itself ended it',
  C: 'the client ended it',
  S: 'the server behind ended it',
  R: 'a resource was exhausted',
  D: 'the server was taken down',
  L: 'HAProxy answered it itself',
  '-': 'it ended normally',
};

export interface HaLine {
  readonly raw: string;
  readonly client: string;
  readonly status: number;
  /** Four letters; `PR--` is a refusal by a rule of HAProxy. */
  readonly state: string;
  readonly backend: string;
}

/** Reads a line of `option httplog`. */
export function readHaLine(raw: string): HaLine | undefined {
  const found = /(?:^|\s)(\S+):\d+ \[[^\]]{10,40}\] \S+ (\S+) [-\d/+]+ (-?\d+) \+?\d+ \S+ \S+ ([\w-]{4}) /.exec(raw);
  return found
    ? {
        raw,
        client: (found[1] as string).replace(/^::ffff:/, ''),
        backend: found[2] as string,
        status: Number(found[3]),
        state: found[4] as string,
      }
    : undefined;
}

/** The last line of this method, target and status. */
export function findHaLine(
  lines: readonly string[],
  wanted: { method: string; target: string; status: number | undefined },
): HaLine | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const raw = lines[i] as string;
    if (!raw.includes(`"${wanted.method} ${wanted.target} HTTP/`) && !raw.includes(`${wanted.target} HTTP/`)) continue;
    const line = readHaLine(raw);
    if (line && (wanted.status === undefined || line.status === wanted.status)) return line;
  }
  return undefined;
}

/** The termination state in words. */
export const sayState = (state: string): string =>
  `${FIRST[state[0] ?? '-'] ?? 'it ended in a way not known here'}${state[1] === 'R' ? ', while the request was being read' : state[1] === 'T' ? ', held in the tarpit' : ''}`;
