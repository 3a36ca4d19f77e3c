import { ip, type LargeKind, oneFile, RUNAWAY, times, words } from './kind.ts';

const varnish = oneFile(
  'varnish',
  'default.vcl',
  (text) => `vcl 4.1;\nbackend default { .host = "127.0.0.1"; }\n${text}`,
);
const recv = (inside: string): string => `sub vcl_recv {\n${inside}\n}`;

export const VARNISH: readonly LargeKind[] = [
  varnish(
    'acl',
    (n) =>
      `acl bad {\n${times(n, (i) => `"${ip(i)}";`)}\n"127.0.0.1";\n}\n${recv('if (client.ip ~ bad) { return (synth(403)); }')}`,
  ),
  varnish('if', (n) =>
    recv(
      `${times(n, (i) => `if (req.url ~ "^/p${i}/") { return (synth(403)); }`)}\nif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('elsif', (n) =>
    recv(
      `if (req.url == "/none") { return (synth(404)); }\n${times(n, (i) => `elsif (req.url == "/p${i}") { return (synth(403)); }`)}\nelsif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('||', (n) =>
    recv(
      `if (${times(n, (i) => `req.http.User-Agent ~ "bot${i}x" ||`)}\nreq.http.User-Agent ~ "curl") { return (synth(403)); }`,
    ),
  ),
  varnish(
    'call',
    (n) =>
      `${times(n, (i) => `sub s${i} { if (req.url == "/p${i}") { return (synth(403)); } }`)}\n${recv(`${times(n, (i) => `call s${i};`)}\nif (req.url ~ "^/private") { return (synth(403)); }`)}`,
  ),
  varnish(
    'if, runaway',
    (n) =>
      recv(
        `${times(n, (i) => `if (req.http.User-Agent ~ "(c+u+)+${i}$") { return (synth(403)); }`)}\nreturn (synth(403));`,
      ),
    RUNAWAY,
  ),
  varnish('if in if', (n) =>
    recv(
      `${times(n, (i) => `if (req.url ~ "^/p${i}/") { if (req.http.host == "h") { return (synth(403)); } }`)}\nif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('&&', (n) =>
    recv(`if (${words(n, (i) => `req.url != "/p${i}" &&`)} req.url ~ "^/private") { return (synth(403)); }`),
  ),
  varnish('set', (n) =>
    recv(
      `${times(n, (i) => `set req.http.X-${i} = req.url;`)}\nif (req.http.X-${n - 1} ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish('regsub', (n) =>
    recv(
      `${times(n, (i) => `set req.url = regsub(req.url, "^/p${i}/", "/q/");`)}\nif (req.url ~ "^/private") { return (synth(403)); }`,
    ),
  ),
  varnish(
    'chain of calls',
    (n) =>
      `${times(n, (i) => (i ? `sub s${i} { if (req.url == "/p${i}") { return (synth(404)); } }` : 'sub s0 { return (synth(403)); }'))}\n${recv(`${times(n - 1, (i) => `call s${i + 1};`)}\ncall s0;`)}`,
  ),
];
