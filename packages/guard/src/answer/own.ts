import { pipe, regex, string } from 'valibot';
import type { Answer, Native, Reader } from '../model.ts';
import { badOption, checkOptions, maybe, options as optionsOf, show, text } from '../options.ts';
import { wantsPage } from './page.ts';
import type { Problem } from './problem.ts';

/** A refusal, as far as its caller may hear of it: what an answer of the application's own is made of. */
export interface Denied {
  readonly status: number;
  /** What the body of the default answer says. */
  readonly problem: Problem;
  /** Whether a person in a browser asks, who would rather have a page. */
  readonly wantsPage: boolean;
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
}

/** An answer of the application's own. The status and the headers of the refusal stay, but for a redirect. */
export type OwnAnswer =
  | { readonly redirect: string }
  | { readonly html: string }
  | { readonly body: string; readonly type: string }
  /** Hands a `GuardRefusal` to the framework's error handler. */
  | { readonly error: true };

/** Makes an answer of the application's own; nothing for the default one. Whatever it does, the request stays refused. */
export type OnDenied = (denied: Denied, native: Native) => OwnAnswer | undefined;

/** Headers that say of the default body what is not true of another. */
const OF_BODY = new Set(['content-type', 'content-length', 'content-security-policy']);

/** Asks the application for an answer of its own. One that it cannot give leaves the default one, and is reported. */
export function present<N>(
  answer: Answer,
  onDenied: OnDenied,
  reader: Reader<N>,
  native: N,
  report: (error: unknown) => void,
): Answer {
  const { status, problem } = answer;
  if (problem === undefined) return answer;
  try {
    const page = wantsPage(reader.header(reader.headers(native), 'accept'));
    const denied = { status, problem, wantsPage: page, method: reader.method(native), target: reader.target(native) };
    const own = onDenied(denied, native);
    return own === undefined ? answer : ownAnswer(answer, own);
  } catch (error) {
    report(error);
    return answer;
  }
}

/** Whether a redirect leads to a page: a `javascript:` that came with the request must not. */
function isTarget(text: unknown): boolean {
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,4000}$/.test(text)) return false;
  const base = 'http://this.invalid';
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}

/** The application's own answer in place of the default one. Throws where it is none. */
function ownAnswer(answer: Answer, own: OwnAnswer): Answer {
  if (typeof own !== 'object' || own === null) throw new TypeError('onDenied answered no answer; it must not wait');
  const kept = answer.headers.filter(([name]) => !OF_BODY.has(name));
  if ('redirect' in own) {
    if (!isTarget(own.redirect)) throw new TypeError('onDenied redirects to what is neither a path nor an http URL');
    // A redirect asks for no credentials; the page that it leads to does.
    const headers = kept.filter(([name]) => name !== 'www-authenticate' && name !== 'retry-after');
    return {
      ...answer,
      status: 303,
      headers: [['location', own.redirect], ['content-length', '0'], ...headers],
      body: '',
    };
  }
  if ('error' in own && own.error === true) return { ...answer, isError: true };
  const [body, type] =
    'html' in own ? [own.html, 'text/html; charset=utf-8'] : 'body' in own ? [own.body, own.type] : [];
  if (typeof body !== 'string' || typeof type !== 'string' || !/^[\x20-\x7e]{3,200}$/.test(type)) {
    throw new TypeError('onDenied answered neither a page, a body with its type, a redirect nor an error');
  }
  const headers: Answer['headers'] = [
    ['content-type', type],
    ['content-length', String(Buffer.byteLength(body))],
    ...kept,
  ];
  return { ...answer, headers, body };
}

export interface LoginOptions {
  /** The query parameter that says where to return to: `return` by default. */
  readonly parameter?: string;
}

const LOGIN = optionsOf({ login: text });
const NAME = 'a name of letters, digits, ., - and _';
const OPTIONS = optionsOf({ parameter: maybe(pipe(string(NAME), regex(/^[\w.-]{1,60}$/, NAME))) });

/**
 * Sends people who are not logged in from pages to the login, and back afterwards by a query parameter, `return` by
 * default. Programs keep getting 401. What comes back with the parameter was the visitor's own: read it by `safeReturn`.
 * @throws {GuardError} `login-path` where the login is no path of this server and no https URL.
 */
export function redirectToLogin(login: string, options: LoginOptions = {}): OnDenied {
  checkOptions('redirectToLogin', LOGIN, { login });
  checkOptions('redirectToLogin', OPTIONS, options);
  const { parameter = 'return' } = options;
  const isPath = safeReturn(login, '') === login;
  if (!isPath && !/^https:\/\/[^\s\\]+$/.test(login)) {
    const got = { code: 'login-path', got: show(login) };
    throw badOption(
      { of: 'redirectToLogin', name: 'login' },
      'is no path and no https URL',
      'Write it as "/login".',
      got,
    );
  }
  const path = login.split('?')[0];
  return ({ status, wantsPage, method, target }) => {
    const isPage = wantsPage && (method === 'GET' || method === 'HEAD');
    // A login that is guarded itself would send its visitors round in circles.
    if (status !== 401 || !isPage || target.split('?')[0] === path) return undefined;
    const back = encodeURIComponent(safeReturn(target));
    return { redirect: `${login}${login.includes('?') ? '&' : '?'}${parameter}=${back}` };
  };
}

/**
 * A path of this server to return to, or the fallback where the value would lead anywhere else: `//host`, `/\host`,
 * schemes, control characters and all that browsers read as such (https://url.spec.whatwg.org/).
 */
export function safeReturn(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || value.length > 2000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value))
    return fallback;
  const base = 'http://this.invalid';
  return URL.canParse(value, base) && new URL(value, base).origin === base ? value : fallback;
}
