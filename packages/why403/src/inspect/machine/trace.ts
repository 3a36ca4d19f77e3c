/** What strace wrote down while a request was answered: paths, their errors, servers that were asked. Nothing else is kept. */

export interface TraceEvent {
  readonly pid: number;
  readonly call: string;
  /** A path, or `address:port`, or the path of a socket. */
  readonly what: string;
  /** `EACCES`, `ENOENT` … */
  readonly errno?: string;
  readonly folder?: true;
  /** It is about to be written to, or replaced. */
  readonly writes?: true;
  /** A server that was asked, and the status that it answered. */
  readonly status?: number;
}

export interface Traced {
  /** Between the request and its answer, in order. */
  readonly events: readonly TraceEvent[];
  /** Whether nobody else's request was answered meanwhile. */
  readonly alone: boolean;
  /** Why there is nothing, in one sentence. */
  readonly unseen: readonly string[];
}

const MOST_EVENTS = 2_000;
const READS = /^(?:read|recvfrom|recvmsg|readv)$/;
const WRITES = /^(?:write|writev|sendto|sendmsg)$/;
const REQUEST = /^"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|[A-Z]{3,12}) [^ "]/;
const REQUEST_OUT = /"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \//;
const ANSWER = /"HTTP\/[\d.]{1,3} (\d{3})/;

interface Line {
  readonly pid: number;
  readonly call: string;
  readonly args: string;
  readonly result: string;
}

export function traceOf(text: string): Traced {
  const lines = linesOf(text);
  const isRequest = ({ call, args }: Line): boolean =>
    READS.test(call) && REQUEST.test(args.replace(/^\d+(?:<[^>]{0,200}>)?, (?:[{[][^"]{0,200})?/, ''));
  const from = lines.findIndex(isRequest);
  const rest = from < 0 ? lines : lines.slice(from + 1);
  const own = from < 0 ? undefined : descriptorOf(lines[from]!);
  const isAnswer = (line: Line): boolean =>
    WRITES.test(line.call) && ANSWER.test(line.args) && (own === undefined || descriptorOf(line) === own);
  const to = rest.findIndex(isAnswer);
  const within = to < 0 ? rest : rest.slice(0, to);
  const asked = new Set(within.filter(({ call }) => call === 'connect').map(descriptorOf));
  // what an upstream that is watched as well reads is this request once more
  const others = within.filter(
    (line) => isRequest(line) && !within.some((out) => WRITES.test(out.call) && REQUEST_OUT.test(out.args)),
  );
  const events = within.flatMap((line) => eventOf(line, asked) ?? []);
  return {
    events: events.slice(0, MOST_EVENTS),
    alone: from >= 0 && to >= 0 && others.length === 0,
    unseen:
      lines.length === 0
        ? ['While the request was answered, the processes of the server made no call that could be watched.']
        : [],
  };
}

const descriptorOf = ({ args }: Line): string => /^\d+/.exec(args)?.[0] ?? '';

/** Calls, each with its result: those that were interrupted by others are put together. */
function linesOf(text: string): readonly Line[] {
  const open = new Map<number, string>();
  const found: Line[] = [];
  for (const raw of text.split('\n')) {
    const head = /^(?:\[pid\s+(\d+)\]\s)?(.*)$/.exec(raw);
    const pid = Number(head?.[1] ?? 0);
    let line = head?.[2] ?? '';
    const cut = line.indexOf(' <unfinished ...>');
    if (cut >= 0) {
      open.set(pid, line.slice(0, cut));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(line);
    if (resumed) {
      line = `${open.get(pid) ?? ''}${resumed[1]}`;
      open.delete(pid);
    }
    const name = /^(\w+)\(/.exec(line)?.[1];
    const end = line.lastIndexOf(') ');
    if (name === undefined || end < 0) continue;
    found.push({ pid, call: name, args: line.slice(name.length + 1, end), result: line.slice(end + 1).trim() });
  }
  return found;
}

function eventOf({ pid, call, args, result }: Line, asked: ReadonlySet<string>): TraceEvent | undefined {
  const errno = /^= -1 (E[A-Z]+)/.exec(result)?.[1];
  const more = errno === undefined ? {} : { errno };
  if (call === 'connect') {
    const port = /sin6?_port=htons\((\d+)\)/.exec(args)?.[1];
    const address = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/.exec(args)?.[1];
    const path = /sun_path=@?"([^"]+)"/.exec(args)?.[1];
    const what = port === undefined ? path : `${address}:${port}`;
    return what === undefined ? undefined : { pid, call, what, ...(errno !== 'EINPROGRESS' && more) };
  }
  if (READS.test(call)) {
    const status = ANSWER.exec(args)?.[1];
    return status !== undefined && asked.has(descriptorOf({ pid, call, args, result }))
      ? { pid, call, what: '', status: Number(status) }
      : undefined;
  }
  if (WRITES.test(call) || call === 'getdents64') return undefined;
  const what = /"((?:[^"\\]|\\.){1,4096})"/.exec(args)?.[1];
  if (what === undefined) return undefined;
  const folder = args.includes('O_DIRECTORY') ? ({ folder: true } as const) : {};
  const writes =
    /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(args) || /^(?:mkdir|unlink|rename|rmdir)/.test(call)
      ? ({ writes: true } as const)
      : {};
  // the folder that a path is taken from stands before it, where the call names one
  const base = /^(?:AT_FDCWD|\d+)<([^>]+)>, $/.exec(args.slice(0, args.indexOf('"')))?.[1];
  const path = plain(what);
  return {
    pid,
    call,
    what: base !== undefined && !path.startsWith('/') ? `${base}/${path}` : path,
    ...more,
    ...folder,
    ...writes,
  };
}

/** strace writes bytes beyond ASCII as octal numbers. */
function plain(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const octal = text[i] === '\\' ? /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0] : undefined;
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      i += octal.length;
    } else if (text[i] === '\\' && i + 1 < text.length) bytes.push(text.charCodeAt(++i));
    else bytes.push(text.charCodeAt(i));
  }
  return Buffer.from(bytes).toString('utf8');
}
