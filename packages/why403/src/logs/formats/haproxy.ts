import type { CauseId } from '@why403/core';
import type { AccessFormat, Told } from '../model.ts';
import { readClock } from '../time.ts';
import { readRequestLine } from './combined.ts';

// `option httplog`: https://docs.haproxy.org/2.8/configuration.html#8.2.3
const LINE =
  /(?:^|: |\s)(\S{1,60}):\d{1,5} \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d)\.\d{3}\] (\S{1,200}) (\S{1,200}) [-\d+]{1,12}(?:\/[-\d+]{1,12}){3,5} (\d{3}) [\d+]{1,20} \S{1,200} \S{1,200} (\S{4}) \S{1,80} \S{1,40} (.{0,8000})$/;

function told(causes: readonly CauseId[], says: string): Told {
  return { causes, known: causes.length === 1, says, by: 'HAProxy' };
}

// Termination states: https://docs.haproxy.org/2.8/configuration.html#8.5
const DENIED = told(
  ['server-rule', 'ip-refused', 'rate-limited'],
  'HAProxy: a deny rule of its own refused it (PR), not which',
);
const LOGIN = told(
  ['credentials-missing', 'credentials-invalid'],
  'HAProxy: its own login rule wants credentials (LR)',
);
const TARPIT = told(['client-refused', 'rate-limited'], 'HAProxy: held back and refused by a tarpit rule (PT)');
const RESPONSE = told(['server-rule'], "HAProxy: the server's answer was denied by a rule (PH)");
const RETURNED = told(
  ['server-rule', 'ip-refused', 'rate-limited'],
  'HAProxy: a rule of its own answered it (LR), not which',
);
const LIMITED = told(['rate-limited'], 'HAProxy: a deny rule answered 429');

const format: AccessFormat = {
  id: 'haproxy',
  title: 'HAProxy HTTP log',
  before: ' ',
  read(bytes, start, end) {
    const match = LINE.exec(bytes.toString('utf8', start, Math.min(end, start + 9000)));
    if (!match)
      return /\] \S+ \S+ [-\d+]+(?:\/[-\d+]+){2} /.test(bytes.toString('utf8', start, Math.min(end, start + 600)))
        ? null
        : undefined;
    const status = Number(match[5]);
    const state = match[6]!;
    const rest = match[7]!;
    const quote = rest.indexOf('"');
    const { method, target } = readRequestLine(quote < 0 ? '' : rest.slice(quote + 1).replace(/"$/, ''));
    const entry = {
      wall: readClock(match[2]!),
      client: match[1]!,
      method,
      target,
      status,
      user: '',
      agent: '',
    } as const;
    const why = whyOf(state, status);
    return why
      ? { ...entry, told: why, upstream: 'none' }
      : { ...entry, upstream: match[4]!.endsWith('/<NOSRV>') ? 'none' : status };
  },
};

function whyOf(state: string, status: number): Told | undefined {
  if (state.startsWith('PT')) return TARPIT;
  if (state.startsWith('PH')) return RESPONSE;
  // A login rule answers by itself (L), as `http-request return` does.
  if (state.startsWith('LR')) return status === 401 ? LOGIN : status === 403 ? RETURNED : undefined;
  if (!state.startsWith('PR')) return undefined;
  return status === 429 ? LIMITED : status === 401 ? LOGIN : DENIED;
}

export default format;
