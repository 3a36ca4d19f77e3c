// What the weights are fitted on, as rows: the features of an exchange (by the code that runs in the product), the share of each
// cause, how much the row counts, and the fold that it is left out with.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './core.mjs';

const DATA = path.join(root, 'packages/core/data');
const FIXTURES = path.join(root, 'packages/core/fixtures');

/** What a row of each source counts. Fixtures and wordings are exchanges of their own; the others only fill in what these leave open. */
const COUNTS = {
  wordings: 1,
  bare: 2,
  situations: 1,
  habits: 1,
  recorded: 3,
  'recorded unseen': 3,
  confirmed: 2,
  'confirmed unseen': 1,
  unseen: 0.5,
  renumbered: 0.15,
  catalogues: 0.6,
  fixtures: 2,
  silenced: 0.15,
  statements: 0.3,
};

/** Rows of everything that stands in the repository. */
export function trainingRows(core) {
  const rows = [...wordings(core), ...situations(core), ...catalogues(core), ...statements(core), ...fixtures(core)];
  return rows.map((row) => ({ ...row, weight: (row.weight ?? 1) * COUNTS[row.set] }));
}

function lines(folder) {
  return fs
    .readdirSync(path.join(DATA, folder))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      fs
        .readFileSync(path.join(DATA, folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line, i) => ({ ...JSON.parse(line), file: file.replace('.jsonl', ''), line: i + 1 })),
    );
}

function wordings(core) {
  const general = withoutProducts(core.catalogue);
  return lines('wordings').flatMap((row, i) => {
    const base = { group: row.frame, label: row.causes, id: `${row.file}:${row.line}`, text: row.text, file: row.file };
    const own = featuresOf(core, exchangeOf(row, i), general);
    const set = row.text ? 'wordings' : 'bare';
    const rows = [{ ...base, set, features: own }];
    // the same words where the request is not shown, as in most reports of a refusal
    if (row.sent !== 'unknown' && row.text)
      rows.push({
        ...base,
        set: 'unseen',
        features: featuresOf(core, exchangeOf({ ...row, sent: 'unknown' }, i), general),
      });
    // and under another number and method: servers choose these as they like, the words tell the reason
    if (row.text) {
      const number = NUMBERS[i % NUMBERS.length];
      const method = row.method === 'GET' ? 'POST' : 'GET';
      const other = exchangeOf({ ...row, status: number === row.status ? 403 : number, method }, i);
      rows.push({ ...base, set: 'renumbered', features: featuresOf(core, other, general) });
    }
    return rows;
  });
}

const NUMBERS = [400, 429, 403, 401, 404, 403, 200, 422, 401];

/** Refusals that say nothing: what is likely where, by whom they are answered, and after what request; and what it was where somebody found out. */
function situations(core) {
  const shown = productsShown(core.catalogue);
  return lines('situations').flatMap((row) => {
    const base = { group: row.frame, label: row.causes, id: `${row.file}:${row.line}`, text: '' };
    // whose client is not told has one that says nothing
    const told = row.requestHeaders?.some(([name]) => /^user-agent$/i.test(name));
    const features = (sent) =>
      featuresOf(core, situationOf(row, sent), shown).filter((feature) => told || !/\bagent /.test(feature));
    if (!row.source) return [{ ...base, set: 'situations', features: features(row.sent) }];
    const set = row.file === 'recorded' ? 'recorded' : 'confirmed';
    const text = set === 'confirmed' ? row.body : '';
    return [
      { ...base, text, set, features: features(row.sent) },
      ...(row.sent === 'unknown' ? [] : [{ ...base, text, set: `${set} unseen`, features: features('unknown') }]),
    ];
  });
}

function situationOf(row, sent) {
  const { request } = exchangeOf({ ...row, sent, text: '' }, 0);
  const headers = [
    ...(row.location ? [['Location', row.location]] : []),
    ...(row.server ? [['Server', row.server]] : []),
    ...(row.date ? [['Date', row.date]] : []),
    ...(row.responseHeaders ?? []),
    ...(row.body ? [['Content-Type', typeOf(row.body)]] : []),
  ];
  const own = [
    ['Host', new URL(row.url).host],
    ...(row.authorization ? [['Authorization', row.authorization]] : []),
    ...(row.requestHeaders ?? []),
  ];
  const sentHeaders = sent === 'unknown' ? request.headers : withOwn(request.headers, own);
  return {
    request: { ...request, url: row.url, headers: sentHeaders, ...formOf(row, sentHeaders) },
    response: { status: row.status, headers, ...(row.body && { body: { text: row.body } }) },
    gaps: [],
  };
}

function typeOf(body) {
  if (body.startsWith('<?xml')) return 'application/xml';
  if (body.startsWith('<')) return 'text/html';
  return body.startsWith('{') ? 'application/json' : 'text/plain';
}

/** A row's own headers stand instead of those that are taken where a thread shows none; an empty User-Agent is one that was not sent. */
function withOwn(headers, own) {
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  const kept = headers.filter(([name]) => !names.has(name.toLowerCase()));
  return [...kept, ...own.filter(([name, value]) => value || name.toLowerCase() !== 'user-agent')];
}

function formOf({ form }, headers) {
  if (!form) return {};
  return { headers: [...headers, ['Content-Type', 'application/x-www-form-urlencoded']], body: { text: form } };
}

function catalogues(core) {
  const general = withoutProducts(core.catalogue);
  return lines('catalogues').map((row, i) => {
    const exchange = exchangeOf({ text: `${row.code} | ${row.words}`, sent: 'unknown', method: 'GET', status: 403 }, i);
    return {
      set: 'catalogues',
      group: `catalogue ${row.product}`,
      label: row.causes,
      id: `${row.file}:${row.line}`,
      text: row.code,
      features: featuresOf(core, exchange, general),
    };
  });
}

/** `things: states @sent -> cause share …` of data/statements.txt, as features without a text. */
function statements(core) {
  const general = withoutProducts(core.catalogue);
  const text = fs.readFileSync(path.join(DATA, 'statements.txt'), 'utf8');
  const circumstances = new Map();
  const around = (sent, method) => {
    const key = `${sent} ${method}`;
    if (!circumstances.has(key))
      circumstances.set(
        key,
        featuresOf(core, exchangeOf({ text: 'zzzz', sent, method, status: 403 }, 0), general).filter(
          (f) => f[1] !== ':',
        ),
      );
    return circumstances.get(key);
  };
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => {
      const [, things, states, causes] = /^(.+?): (.+?) -> (.+)$/.exec(line);
      const label = {};
      for (const [, cause, share] of causes.matchAll(/([a-z][a-z0-9-]+)(?: ([\d.]+))?/g))
        label[cause] = Number(share ?? 1);
      const words = states.split(' ');
      const sents = words.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
      const all = sents.length ? sents : ['unknown', 'nothing', 'bearer', 'cookie', 'key'];
      return things.split(' ').flatMap((thing) =>
        words
          .filter((word) => !word.startsWith('@'))
          .flatMap((state) =>
            all.map((sent) => {
              const method = WRITES.test(thing) ? 'POST' : 'GET';
              const concepts = thing === 'it' ? [state] : [thing, state];
              return {
                set: 'statements',
                group: 'statements',
                label,
                id: `${thing}.${state}@${sent}`,
                text: '',
                weight: 2.5 / all.length,
                features: [
                  ...around(sent, method),
                  ...[`s:${thing}.${state}`, `s:${thing}.${state}@${sent}`],
                  ...concepts.flatMap((concept) => [`c:${concept}`, `c:${concept}@${sent}`]),
                  ...(concepts.length > 1 ? [`p:${[...concepts].sort().join(' ')}`] : []),
                ],
              };
            }),
          ),
      );
    });
}

const WRITES = /^(?:form-token|method|content|attack)$/;

function fixtures(core) {
  const shown = productsShown(core.catalogue);
  const habits = new Map(core.catalogue.vendors.flatMap((v) => v.refusals.map((r) => [`${v.id}/${r.id}`, r.usual])));
  return ['causes', 'vendors'].flatMap((folder) =>
    core.fixturesIn(path.join(FIXTURES, folder)).flatMap(({ file, id, cause, exchange }) => {
      const base = { group: `fixture ${file}`, label: { [cause]: 1 }, id: `${file}/${id}` };
      // what a product's silence usually means is a situation: several causes, in their shares
      const usual = folder === 'vendors' && habits.get(base.id);
      if (usual)
        return [
          { ...base, set: 'habits', label: shares(usual), text: '', features: featuresOf(core, exchange, shown) },
        ];
      const { body, statusText, ...response } = exchange.response;
      const rows = [{ ...base, set: 'fixtures', text: body?.text ?? '', features: featuresOf(core, exchange, shown) }];
      if (body) {
        const headers = response.headers.filter(([name]) => !SPEAKING.test(name));
        rows.push({
          ...base,
          set: 'silenced',
          text: '',
          features: featuresOf(core, { ...exchange, response: { ...response, headers } }, shown),
        });
      }
      return rows;
    }),
  );
}

function shares(usual) {
  const sum = Object.values(usual).reduce((a, b) => a + b, 0);
  return Object.fromEntries(Object.entries(usual).map(([cause, share]) => [cause, share / sum]));
}

const SPEAKING = /^(?:www-authenticate|location|content-type)$|error|reason|message/i;

/** Products show themselves, so that the habits of their kind are learnt; what they document is not. */
function productsShown(catalogue) {
  const vendors = catalogue.vendors.map((v) => ({ ...v, refusals: [], judge: undefined, fixes: undefined }));
  return { ...catalogue, vendors };
}

function withoutProducts(catalogue) {
  return { ...catalogue, vendors: [] };
}

function featuresOf(core, exchange, catalogue) {
  const { case: c, roles, structural } = core.examine(exchange, catalogue);
  return core.groundsOf(c, roles, structural).flatMap(({ features }) => features);
}

const SECRET = '8f14e45fceea167a5a36dedd4bea2543';
const SENT = {
  nothing: [],
  unknown: [],
  bearer: [['Authorization', `Bearer ${SECRET}`]],
  key: [['X-API-Key', SECRET]],
  basic: [['Authorization', 'Basic dXNlcjpwYXNzd29yZA==']],
  cookie: [['Cookie', `sessionid=${SECRET}`]],
  signed: [
    [
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/eu/s3/aws4_request, SignedHeaders=host, Signature=${SECRET}`,
    ],
  ],
};
const SHOWN = [
  ['Host', 'service.example.test'],
  ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Accept', '*/*'],
];

/** How often a browser's write carries the token of its form: always where that is said to be wrong, never where it is missing. */
function carriesToken({ sent, method, causes = {} }, i) {
  if (sent !== 'cookie' || /^(?:GET|HEAD|OPTIONS)$/.test(method) || (causes['csrf-missing'] ?? 0) > 0) return false;
  return (causes['csrf-invalid'] ?? 0) > 0.5 || i % 2 === 0;
}

/** A wording as the exchange in which it would be read: programs get most answers as JSON, browsers as text. */
function exchangeOf(row, i) {
  const { text, sent, method, status } = row;
  const parts = text.split(' | ');
  const json = /^\s*[{[]/.test(text);
  const wrap = !json && text && (sent === 'key' || sent === 'bearer' || sent === 'unknown') && i % 3 !== 0;
  const wrapped = parts.length > 1 ? { code: parts[0], message: parts.slice(1).join('\n') } : { message: parts[0] };
  const body = wrap ? JSON.stringify(wrapped) : json ? text : parts.join('\n');
  return {
    request: {
      method,
      url: 'https://service.example.test/things/1',
      headers:
        sent === 'unknown'
          ? []
          : [...SHOWN, ...SENT[sent], ...(carriesToken(row, i) ? [['X-CSRF-Token', SECRET]] : [])],
    },
    response: {
      status,
      headers: body ? [['Content-Type', wrap || json ? 'application/json' : 'text/plain']] : [],
      ...(body && { body: { text: body } }),
    },
    gaps: [],
  };
}
