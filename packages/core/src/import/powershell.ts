import { InputError } from '../model/errors.ts';
import type { Body, Header } from '../model/exchange.ts';
import { type ImportContext, type Imported, type Importer, type SendOptions, variablesOf } from '../model/importer.ts';
import { isPowerShellAlias } from './curl/find-curl.ts';
import { locate, urlOf } from './curl/locate.ts';
import { leavesOpen } from './curl/words.ts';
import { bodyFromBytes } from './parts/bytes.ts';
import { errorAt, quoteShort } from './parts/caret.ts';
import { findNearNames } from './parts/near-names.ts';
import { type Call, readScript, type Session, textOf } from './powershell/read-script.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Parameter = Call['parameters'][number];

const CMDLET = /(?:^|[\s;=({|])(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s/i;
const NO_CMDLET = 'There is no Invoke-WebRequest or Invoke-RestMethod in this text.';
const MOST_TEXT = 32 * 1024 * 1024;
/** What Windows PowerShell 5.1 calls itself. */
const DEFAULT_AGENT = 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1';
/** Parameters that are read, then those that say nothing of the request, then those that cannot be done. */
const READ = [
  'uri',
  'method',
  'custommethod',
  'headers',
  'body',
  'contenttype',
  'websession',
  'useragent',
  'infile',
  'timeoutsec',
  'connectiontimeoutseconds',
  'maximumredirection',
  'skipcertificatecheck',
  'proxy',
  'noproxy',
  'httpversion',
  'preserveauthorizationonredirect',
  'unixsocket',
];
const PASSED = [
  'usebasicparsing',
  'sessionvariable',
  'outfile',
  'passthru',
  'skipheadervalidation',
  'skiphttperrorcheck',
  'statuscodevariable',
  'responseheadersvariable',
  'disablekeepalive',
  'maximumretrycount',
  'retryintervalsec',
  'operationtimeoutseconds',
  'erroraction',
  'errorvariable',
  'verbose',
  'debug',
  'allowunencryptedauthentication',
  'allowinsecureredirect',
  'resume',
  'followrellink',
  'maximumfollowrellink',
];
const REFUSED = [
  'credential',
  'usedefaultcredentials',
  'certificate',
  'certificatethumbprint',
  'form',
  'authentication',
  'token',
  'proxycredential',
  'proxyusedefaultcredentials',
  'transferencoding',
  'sslprotocol',
  'pipename',
  'preservehttpmethodonredirect',
];
const ALL = [...READ, ...PASSED, ...REFUSED];

/** Invoke-WebRequest and Invoke-RestMethod as browsers copy them and people write them. Nothing of it is run. */
const powershell: Importer = {
  id: 'powershell',
  title: 'PowerShell command',
  accepts(text) {
    if (isPowerShellAlias(text)) return true;
    const head = text.slice(0, 65_536);
    // what the cmdlet says of a failure is its output, no command
    if (/(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm) ?:\s/.test(head)) return false;
    return !/^\s{0,99}[{[<]/.test(head) && CMDLET.test(head) && !/^\s{0,99}(?:curl|HTTP\/)/.test(head);
  },
  read(text, context) {
    if (text.length > MOST_TEXT) throw new InputError('NOT_HTTP', 'The text is too long for a PowerShell command.');
    if (!CMDLET.test(text) && !isPowerShellAlias(text)) throw new InputError('NOT_HTTP', NO_CMDLET);
    const script = readScript(text, variablesOf(context));
    if (script.calls.length === 0) {
      throw new InputError('NOT_HTTP', NO_CMDLET);
    }
    const form = script.calls.length === 1 && script.whole && !leavesOpen(script.notes) ? 'command' : 'record';
    return script.calls.map((call) => ({ ...readCall(call, text, context, script.notes), form }));
  },
};

export default powershell;

function readCall(call: Call, text: string, context: ImportContext, notes: readonly string[]): Imported {
  const given = new Map<string, Parameter>();
  let positional = 0;
  for (const parameter of call.parameters) {
    // Values without a name fill Uri, then nothing.
    const name =
      parameter.name === '' ? (positional++ === 0 && !given.has('uri') ? 'uri' : undefined) : nameOf(parameter, text);
    if (name !== undefined) given.set(name, parameter);
  }
  const value = (name: string) => textOf(given.get(name)?.value);
  const uri = value('uri');
  if (!uri)
    throw errorAt(
      'NO_URL',
      'The command names no URL.',
      { text, at: call.at, length: call.length },
      `Give it as ${call.cmdlet} -Uri 'https://host/path'.`,
    );
  const place = given.get('uri')!;
  const location = locateAt(uri, place, text);
  const session = given.get('websession')?.value;
  const { headers, more } = readHeaders(
    given,
    session?.kind === 'session' ? session.session : undefined,
    location.host,
    text,
  );
  const has = (name: string) => headers.some(([one]) => one.toLowerCase() === name);
  const method = (value('custommethod') ?? value('method') ?? 'GET').toUpperCase();
  if (!/^[!#$%&'*+.^_`|~0-9A-Z-]{1,100}$/.test(method))
    throw errorAt('BAD_VALUE', `${quoteShort(method)} is not a method.`, {
      text,
      ...placeOf(given.get('method') ?? place),
    });
  const { body, query } = readBody(given, method, context, text);
  const type = value('contenttype');
  if (type !== undefined && !has('content-type')) headers.push(['Content-Type', type]);
  else if (body && !has('content-type')) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  const joined = query === '' ? location.query : `${location.query === '' ? '?' : `${location.query}&`}${query}`;
  return {
    exchange: {
      request: { method, url: urlOf({ ...location, query: joined }), headers, ...(body ? { body } : {}) },
      gaps: [],
      ...(context.name === undefined ? {} : { source: { name: context.name } }),
    },
    send: readSend(given, text),
    notes: [...new Set([...notes, ...more])].slice(0, 20),
  };
}

/** A parameter's whole name: PowerShell takes any beginning that only one has. */
function nameOf(parameter: Parameter, text: string): string | undefined {
  const { name } = parameter;
  const begun = ALL.includes(name) ? [name] : ALL.filter((one) => one.startsWith(name));
  if (begun.length !== 1) {
    const near = begun.length > 1 ? begun : findNearNames(name, ALL);
    throw errorAt(
      'UNKNOWN_OPTION',
      `The cmdlet has no parameter -${quoteShort(name, 40)}.`,
      { text, ...placeOf(parameter) },
      near.length > 0
        ? `Did you mean ${near
            .slice(0, 3)
            .map((one) => `-${one}`)
            .join(' or ')}?`
        : undefined,
    );
  }
  if (REFUSED.includes(begun[0]!)) {
    throw errorAt(
      'UNSUPPORTED_OPTION',
      `-${begun[0]} would change how the request is sent, and why403 cannot do it.`,
      { text, ...placeOf(parameter) },
      'Give what it sends as -Headers, or send it yourself and give why403 the raw response.',
    );
  }
  return PASSED.includes(begun[0]!) ? undefined : begun[0];
}

function placeOf({ at, length }: Parameter): { readonly at: number; readonly length: number } {
  return { at, length };
}

function locateAt(uri: string, place: Parameter, text: string) {
  try {
    return locate(uri.trim().replaceAll(' ', '%20'));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw errorAt(error.code, error.message, { text, ...placeOf(place) }, error.hint);
  }
}

function readHeaders(
  given: ReadonlyMap<string, Parameter>,
  session: Session | undefined,
  host: string,
  text: string,
): { readonly headers: Header[]; readonly more: readonly string[] } {
  const parameter = given.get('headers');
  const table = parameter?.value;
  if (parameter && table?.kind !== 'table')
    throw errorAt('BAD_VALUE', '-Headers wants a table, @{"Name"="value"}.', { text, ...placeOf(parameter) });
  const pairs: Header[] = [
    ...(session?.headers ?? []),
    ...(table?.kind === 'table' ? table.pairs.map(([name, value]): Header => [name, textOf(value) ?? '']) : []),
  ];
  // Chrome copies the pseudo-headers of HTTP/2 without their colons.
  const names = new Set(pairs.map(([name]) => name.toLowerCase()));
  const isCopied = names.has('authority') && names.has('scheme') && names.has('path');
  const headers = pairs.filter(
    ([name]) =>
      name !== '' &&
      !(isCopied && /^(?:authority|method|path|scheme)$/i.test(name)) &&
      /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name),
  );
  const agent = textOf(given.get('useragent')?.value) ?? session?.userAgent ?? DEFAULT_AGENT;
  if (!names.has('user-agent')) headers.unshift(['User-Agent', agent]);
  const more: string[] = [];
  const sent = (session?.cookies ?? []).filter(({ name, domain }) => {
    const bare = domain.toLowerCase().replace(/^\./, '');
    const matches = bare === '' || host.toLowerCase() === bare || host.toLowerCase().endsWith(`.${bare}`);
    if (!matches)
      more.push(
        `The cookie ${quoteShort(name, 40)} of the session is not sent: it belongs to ${quoteShort(domain, 60)}.`,
      );
    return matches;
  });
  if (sent.length > 0 && !names.has('cookie'))
    headers.push(['Cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; ')]);
  return { headers, more: more.slice(0, 3) };
}

function readBody(
  given: ReadonlyMap<string, Parameter>,
  method: string,
  context: ImportContext,
  text: string,
): { readonly body: Body | undefined; readonly query: string } {
  const file = textOf(given.get('infile')?.value);
  if (file !== undefined) {
    if (!context.readFile) throw new InputError('UNREADABLE_FILE', `The file ${quoteShort(file)} cannot be read here.`);
    return { body: bodyFromBytes(context.readFile(file)), query: '' };
  }
  const parameter = given.get('body');
  if (!parameter) return { body: undefined, query: '' };
  const { value } = parameter;
  if (value?.kind === 'table') {
    const fields = value.pairs.map(([name, one]) => `${encode(name)}=${encode(textOf(one) ?? '')}`).join('&');
    return method === 'GET' ? { body: undefined, query: fields } : { body: { text: fields }, query: '' };
  }
  const plain = textOf(value);
  if (plain === undefined)
    throw errorAt(
      'BAD_VALUE',
      'The value of -Body cannot be worked out here.',
      { text, ...placeOf(parameter) },
      'Put the text itself in its place.',
    );
  return { body: { text: plain }, query: '' };
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('%20', '+');
}

function readSend(given: ReadonlyMap<string, Parameter>, text: string): SendOptions {
  const number = (name: string): number | undefined => {
    const parameter = given.get(name);
    const value = textOf(parameter?.value);
    if (!parameter) return undefined;
    if (value === undefined || !/^[0-9]{1,9}$/.test(value))
      throw errorAt('BAD_VALUE', `-${name} wants a number.`, { text, ...placeOf(parameter) });
    return Number(value);
  };
  const seconds = number('timeoutsec');
  const connect = number('connectiontimeoutseconds');
  // Five redirects are followed where nothing is said.
  const redirects = number('maximumredirection') ?? 5;
  const send: Mutable<SendOptions> = redirects > 0 ? { follow: true, maxRedirects: redirects } : {};
  if (seconds) send.timeout = seconds * 1000;
  if (connect) send.connectTimeout = connect * 1000;
  if (given.has('skipcertificatecheck')) send.insecure = true;
  if (given.has('preserveauthorizationonredirect')) send.trustRedirects = true;
  const proxy = textOf(given.get('proxy')?.value);
  if (proxy) send.proxy = proxy;
  if (given.has('noproxy')) send.proxy = '';
  const socket = textOf(given.get('unixsocket')?.value);
  if (socket) send.unixSocket = socket;
  const version = textOf(given.get('httpversion')?.value);
  if (version === '1.0' || version === '1.1') send.httpVersion = version;
  else if (version?.startsWith('2')) send.httpVersion = '2';
  return send;
}
