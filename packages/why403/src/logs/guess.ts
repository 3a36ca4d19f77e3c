import type { CauseId } from '@why403/core';
import type { Entry, Told } from './model.ts';

function told(causes: readonly CauseId[], says: string, by = 'request line', known = false): Told {
  return { causes, known, says, by };
}

// Numbers that name their cause by themselves.
const BY_STATUS: Readonly<Record<number, Told>> = {
  405: told(['method-refused'], 'status 405: the method is not allowed here', 'status', true),
  407: told(['proxy-refused'], 'status 407: a proxy wants credentials', 'status', true),
  421: told(['host-rejected'], 'status 421: not a host of this server', 'status', true),
  426: told(['tls-required'], 'status 426: another protocol is wanted', 'status', true),
  429: told(['rate-limited'], 'status 429: too many requests', 'status', true),
  495: told(['credentials-invalid'], 'status 495 (nginx): the client certificate was not accepted', 'status', true),
  496: told(['tls-required'], 'status 496 (nginx): no client certificate came', 'status', true),
  497: told(['tls-required'], 'status 497 (nginx): plain HTTP came to a TLS port', 'status', true),
  511: told(['proxy-refused'], 'status 511: the network wants a login', 'status', true),
};
const USER_401 = told(['credentials-invalid', 'credentials-expired'], 'no log names the cause; a user name was sent');
const NO_USER_401 = told(
  ['credentials-missing', 'credentials-expired', 'credentials-invalid'],
  'no log names the cause, nor shows what credentials were sent',
);
const APP_WRITE = told(
  ['csrf-missing', 'role-missing', 'not-owner'],
  'no log names the cause; the application behind refused a write',
);
const APP = told(
  ['role-missing', 'not-owner', 'credentials-missing'],
  'no log names the cause; the application behind refused it',
);
const SERVER_DIR = told(
  ['directory-listing', 'server-rule', 'file-permissions'],
  'no log names the cause; the server itself refused a directory',
);
const SERVER = told(
  ['server-rule', 'ip-refused', 'file-permissions'],
  'no log names the cause; the server itself refused it, not the application',
);
const ATTACK = told(
  ['content-rejected', 'server-rule'],
  'no log names the cause; to filters the request looks like an attack',
);
const HIDDEN = told(['server-rule', 'file-permissions'], 'no log names the cause; a hidden or private file');
const KNOWN_USER = told(['role-missing', 'not-owner', 'policy-denied'], 'no log names the cause; a user name was sent');
const DIRECTORY = told(['directory-listing', 'server-rule', 'file-permissions'], 'no log names the cause; a directory');
const WRITE = told(['csrf-missing', 'role-missing', 'method-refused'], 'no log names the cause; a write');
const ROBOT = told(
  ['client-refused', 'server-rule', 'ip-refused'],
  'no log names the cause; a program or robot by its User-Agent',
);
const OTHER = told(['server-rule', 'file-permissions', 'role-missing'], 'no log names the cause');
const NOT_403 = told(['not-403'], 'no log names the cause; this number may hide a refusal');

const ATTACK_WORDS =
  /\.\.(?:\/|%2f)|%2e%2e|<script|%3cscript|union(?:\+|%20|\s)(?:all(?:\+|%20|\s))?select|\$\{jndi|%00|\/etc\/passwd|(?:%27|')(?:\+|%20|\s)?or(?:\+|%20|\s)|sleep\(|base64_decode|php:\/\//i;
const HIDDEN_WORDS =
  /\/\.(?!well-known\/)|\.(?:bak|old|orig|sql|ini|conf|env|log|swp|pem|key|git|inc)$|\/(?:wp-config|xmlrpc|cgi-bin|phpmyadmin|server-status|vendor)\b/i;
const ROBOT_WORDS =
  /bot\b|crawl|spider|curl\/|wget\/|python|go-http|java\/|okhttp|libwww|scrapy|httpclient|node-fetch|axios|headless/i;

/** What the request alone suggests where no log names the cause. Candidates, never certain but for numbers that say it. */
export function guess(entry: Entry): Told {
  const { status } = entry;
  const own = BY_STATUS[status];
  if (own) return own;
  if (status === 401) return entry.user === '' ? NO_USER_401 : USER_401;
  if (status !== 403) return NOT_403;
  const mark = entry.target.indexOf('?');
  const path = mark < 0 ? entry.target : entry.target.slice(0, mark);
  const write = !/^(?:GET|HEAD|OPTIONS)?$/.test(entry.method);
  if (entry.upstream === 403) return write ? APP_WRITE : APP;
  if (ATTACK_WORDS.test(entry.target)) return ATTACK;
  if (HIDDEN_WORDS.test(path)) return HIDDEN;
  if (entry.upstream === 'none') return path.endsWith('/') ? SERVER_DIR : SERVER;
  if (entry.user !== '') return KNOWN_USER;
  if (write) return WRITE;
  if (path.endsWith('/')) return DIRECTORY;
  return ROBOT_WORDS.test(entry.agent) ? ROBOT : OTHER;
}
