// A refusal kept in a folder: what may be shared, and beside it the secrets that only its owner may read.
import fs from 'node:fs';
import path from 'node:path';
import {
  type Body,
  type Diagnosis,
  type Document,
  type Header,
  InputError,
  jsonText,
  type Redactor,
  type Request,
  redactBody,
  redactHeaders,
  redactUrl,
  type SendOptions,
} from '@why403/core';
import { writeReport } from '../command/door.ts';
import { makeFolder } from '../shared/make-folder.ts';
import { fileReason, readFileText } from '../shared/read-file.ts';
import { VERSION } from '../version.ts';

/** A text of a request: as it is, or the name of the secret that stands in its place. */
type Kept = string | { readonly secret: string };

/** A request as it stands in a bundle. */
export interface KeptRequest {
  readonly method: string;
  readonly url: Kept;
  readonly headers: readonly (readonly [name: Kept, value: Kept])[];
  /** Text, or bytes in base64 where text does not give them back. */
  readonly body?: Kept;
  readonly bytes?: Kept;
  readonly send: SendOptions;
  /** Name of the secret that holds the rest of how it is sent: proxy and certificate passwords. */
  readonly sendSecret?: string;
}

/** `bundle.json`. */
export interface Bundle {
  readonly schema: 'why403-bundle/1';
  readonly why403: string;
  readonly node: string;
  /** When it was saved, ISO 8601. */
  readonly saved: string;
  readonly refused: KeptRequest;
  readonly expected: {
    readonly cause: string | null;
    readonly certainty: string;
    readonly status: number | null;
    /** SHA-256 of what stays the same when the same refusal is given twice. */
    readonly fingerprint: string;
  };
  /** The request that passed with one change, where an experiment found it. */
  readonly allowed: { readonly text: string; readonly request: KeptRequest } | null;
  readonly maxRequests: number;
  /** Names of the secrets that the requests need: in the environment as `WHY403_<name>`, or in `secrets.json`. */
  readonly secrets: readonly string[];
}

/** What is to be saved, secrets and all. */
export interface Saveable {
  readonly diagnosis: Diagnosis;
  readonly request: Request;
  readonly send: SendOptions;
  readonly fingerprint: string;
  readonly allowed?: { readonly text: string; readonly request: Request; readonly send: SendOptions };
  readonly redact: Redactor;
}

const SECRETS = 'secrets.json';
const readme = (withSecrets: boolean): string => `This folder holds one refused request, kept by why403.

bundle.json     the request with names in place of its secrets, and what is expected of it
diagnosis.json  why it was refused, as it was found when it was saved
${withSecrets ? 'secrets.json    the secrets themselves, for you alone: do not share it, do not commit it\n' : ''}
Send it again, and learn whether the refusal is still there and for the same reason:

    why403 verify <this folder>

The environment gives the secrets that the folder does not hold: WHY403_<NAME> for each
name that stands under "secrets" in bundle.json.
`;

/** Writes the folder. Throws InputError where it cannot, or where it holds something else. */
export function saveBundle(
  dir: string,
  what: Saveable,
  { maxRequests, withSecrets }: { readonly maxRequests: number; readonly withSecrets: boolean },
): readonly string[] {
  const secrets = new Map<string, string>();
  const refused = keep(what.request, what.send, what.redact, '', secrets);
  const allowed = what.allowed
    ? {
        text: what.redact(what.allowed.text),
        request: keep(what.allowed.request, what.allowed.send, what.redact, 'ALLOWED_', secrets),
      }
    : null;
  const bundle: Bundle = {
    schema: 'why403-bundle/1',
    why403: VERSION,
    node: process.versions.node,
    saved: new Date().toISOString(),
    refused,
    expected: {
      cause: what.diagnosis.verdict.cause,
      certainty: what.diagnosis.verdict.certainty,
      status: what.diagnosis.response?.status ?? null,
      fingerprint: what.fingerprint,
    },
    allowed,
    maxRequests,
    secrets: [...secrets.keys()],
  };
  const document: Document = { schema: 'why403/1', diagnoses: [what.diagnosis] };
  const json = (value: unknown): string => `${jsonText(value, 2)}\n`;
  try {
    makeFolder(dir);
    const there = fs.readdirSync(dir);
    if (there.length && !there.includes('bundle.json'))
      throw new InputError('BAD_VALUE', `${dir} holds other files, so nothing is saved there.`, {
        hint: 'Give a folder that is new or empty, or one that --save wrote.',
      });
    writeReport(what.redact, path.join(dir, 'bundle.json'), json(bundle));
    writeReport(what.redact, path.join(dir, 'diagnosis.json'), json(document));
    writeReport(what.redact, path.join(dir, 'README.txt'), readme(withSecrets));
    writeReport(what.redact, path.join(dir, '.gitignore'), `${SECRETS}\n`);
    // written anew, so that an older file's wider mode does not stay
    fs.rmSync(path.join(dir, SECRETS), { force: true });
    if (secrets.size && withSecrets)
      fs.writeFileSync(path.join(dir, SECRETS), json(Object.fromEntries(secrets)), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      'UNREADABLE_FILE',
      `${dir} cannot be written: ${(error as NodeJS.ErrnoException).code ?? error}.`,
    );
  }
  return [...secrets.keys()];
}

/** The options that are given, and are not among the hidden ones. */
function without(options: { readonly [Name in keyof SendOptions]?: unknown }, hidden: SendOptions): SendOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => value !== undefined && !(name in hidden)),
  ) as SendOptions;
}

/** A request with names in place of everything that a report would hide. */
function keep(
  request: Request,
  send: SendOptions,
  redact: Redactor,
  prefix: string,
  secrets: Map<string, string>,
): KeptRequest {
  const named = (name: string, value: string): Kept => {
    const stem = `${prefix}${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
    // the same value once, whatever request it stands in
    const known = [...secrets].find(([key, held]) => held === value && key.endsWith(stem.slice(prefix.length)));
    if (known) return { secret: known[0] };
    let free = stem;
    for (let i = 2; secrets.has(free); i++) free = `${stem}_${i}`;
    secrets.set(free, value);
    return { secret: free };
  };
  const headers = request.headers.map(([name, value]): readonly [Kept, Kept] => {
    const [shownName, shownValue] = redactHeaders([[name, value]], redact)[0]!;
    const open = shownName === name;
    return [
      open ? name : named('HEADER_NAME', name),
      shownValue === value ? value : named(open ? name : 'HEADER', value),
    ];
  });
  const { user, passphrase, proxyHeaders, proxy, preproxy, proxyTls, doh, requestTarget, ...open } = send;
  const hidden: SendOptions = {
    ...(user !== undefined && { user }),
    ...(passphrase !== undefined && { passphrase }),
    ...(proxyHeaders !== undefined && { proxyHeaders }),
    ...(requestTarget !== undefined && { requestTarget }),
    ...(proxy?.includes('@') && { proxy }),
    ...(preproxy?.includes('@') && { preproxy }),
    ...(doh?.url.includes('@') && { doh }),
    ...(proxyTls?.passphrase !== undefined && { proxyTls }),
  };
  const shown: SendOptions = { ...open, ...without({ proxy, preproxy, proxyTls, doh }, hidden) };
  const { body } = request;
  const text = (value: string): Kept => (redactBody(value, redact) === value ? value : named('BODY', value));
  return {
    method: request.method,
    url: redactUrl(request.url, redact) === request.url ? request.url : named('URL', request.url),
    headers,
    ...(body &&
      (body.bytes ? { bytes: named('BODY', Buffer.from(body.bytes).toString('base64')) } : { body: text(body.text) })),
    send: shown,
    ...(Object.keys(hidden).length > 0 && {
      sendSecret: (named('SEND', JSON.stringify(hidden)) as { secret: string }).secret,
    }),
  };
}

/** Reads a folder that `saveBundle` wrote. Throws InputError. */
export function loadBundle(dir: string, env: Readonly<Record<string, string | undefined>>): Loaded {
  const file = path.join(dir, 'bundle.json');
  const bundle = readJson(file) as Bundle;
  if (
    bundle?.schema !== 'why403-bundle/1' ||
    typeof bundle.refused?.method !== 'string' ||
    !Array.isArray(bundle.refused.headers)
  )
    throw new InputError('MALFORMED', `${file} is no bundle that why403 --save wrote.`);
  const secretsFile = path.join(dir, SECRETS);
  const kept = fs.existsSync(secretsFile) ? (readJson(secretsFile) as Record<string, unknown>) : {};
  const given = (name: string): unknown => env[`WHY403_${name}`] ?? kept[name];
  const missing = (Array.isArray(bundle.secrets) ? bundle.secrets : [])
    .map((name) => String(name).slice(0, 100))
    .filter((name) => typeof given(name) !== 'string');
  if (missing.length)
    throw new InputError(
      'MISSING_VALUE',
      `${dir} was saved without its secrets; missing: ${missing.slice(0, 20).join(', ')}.`,
      {
        hint: `Give them in the environment as ${missing
          .slice(0, 3)
          .map((name) => `WHY403_${name}`)
          .join(', ')}${missing.length > 3 ? ' and so on' : ''}, or save again with --with-secrets.`,
      },
    );
  const secretOf = (name: string): string => {
    const value = given(name);
    if (typeof value !== 'string')
      throw new InputError('MALFORMED', `${file} names the secret ${name.slice(0, 100)} only once.`);
    return value;
  };
  const open = (text: Kept): string => (typeof text === 'string' ? text : secretOf(String(text.secret)));
  const request = (one: KeptRequest): { readonly request: Request; readonly send: SendOptions } => {
    const bytes = one.bytes === undefined ? undefined : new Uint8Array(Buffer.from(open(one.bytes), 'base64'));
    const body: Body | undefined = bytes
      ? { text: new TextDecoder().decode(bytes), bytes }
      : one.body === undefined
        ? undefined
        : { text: open(one.body) };
    const hidden = one.sendSecret === undefined ? {} : (parse(secretOf(one.sendSecret), secretsFile) as SendOptions);
    return {
      request: {
        method: one.method,
        url: open(one.url),
        headers: one.headers.map(([name, value]): Header => [open(name), open(value)]),
        ...(body && { body }),
      },
      send: { ...one.send, ...hidden },
    };
  };
  return {
    bundle,
    refused: request(bundle.refused),
    ...(bundle.allowed && { allowed: { text: bundle.allowed.text, ...request(bundle.allowed.request) } }),
  };
}

/** A bundle with its secrets in place. */
export interface Loaded {
  readonly bundle: Bundle;
  readonly refused: { readonly request: Request; readonly send: SendOptions };
  readonly allowed?: { readonly text: string; readonly request: Request; readonly send: SendOptions };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileText(file);
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${file} cannot be read: ${fileReason(error)}.`, {
      hint: 'why403 --save <dir> <request> writes such a folder.',
    });
  }
  return parse(text, file);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('MALFORMED', `${file} is no JSON.`);
  }
}
