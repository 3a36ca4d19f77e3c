// Answers that refuse access and answers that do not, as rows: the features of each (by the code that runs in the product), how far it
// is a refusal, how much it counts, and the group that it is left out with.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './core.mjs';

const CORE = path.join(root, 'packages/core');
const ADDRESS = 'https://service.example.test/things/1';

export function rowsOf(core) {
  return [
    ...wordings(),
    ...catalogues(),
    ...recorded('traffic', 0),
    ...recorded('disguised', 1),
    ...confirmed(),
    ...fixtures(core),
  ].map(({ exchange, ...row }) => {
    const evidence = core.gather(exchange, core.catalogue.readers);
    const own = core.ownWords(exchange, evidence.all('message'));
    const silent = own.place === 'none' || own.place === 'notice';
    return { ...row, exchange, evidence, features: silent ? [] : core.featuresOf(own, exchange.response.status) };
  });
}

function lines(folder) {
  const from = path.join(CORE, 'data', folder);
  return fs
    .readdirSync(from)
    .sort()
    .flatMap((file) =>
      fs
        .readFileSync(path.join(from, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ ...JSON.parse(line), file: file.replace('.jsonl', '') })),
    );
}

/** How programs wrap what they say inside a success. */
const ENVELOPES = [
  (code, message) => ({ success: false, ...(code && { code }), message }),
  (code, message) => ({ status: 'error', message, ...(code && { error_code: code }) }),
  (code, message) => ({ error: { ...(code && { code }), message } }),
  (code, message) => ({ errors: [{ message, ...(code && { extensions: { code } }) }], data: null }),
  (code, message) => ({ code: code ?? 1001, msg: message, data: null }),
  (code, message) => ({ ok: false, error: code ?? message, ...(code && { description: message }) }),
];

/** A wording at its own number, and as what it would be in a success: an envelope, or a page where it is short. */
function wordings() {
  return lines('wordings').flatMap(({ text, status, method, causes, frame }, i) => {
    const refused = 1 - (causes['not-403'] ?? 0);
    const parts = text.split(' | ');
    const code = parts.length > 1 ? parts[0] : undefined;
    const message = code ? parts.slice(1).join('\n') : text;
    const wrapped = JSON.stringify(ENVELOPES[i % ENVELOPES.length](code, message));
    const object = /^\s*[{[<]/.test(text);
    const at = (number, body, weight) => ({
      set: 'wordings',
      exchange: exchangeOf({ method, url: ADDRESS, status: number, body }),
      refused,
      weight,
      group: frame,
    });
    const own = at(
      status < 300 ? 200 : status,
      object ? text : status >= 400 && i % 3 === 0 ? parts.join('\n') : text && wrapped,
      refused < 0.5 && status === 403 ? 2 : 1,
    );
    if (status < 400 || !text || object) return [own];
    const page = `<html><head><title>${parts[0]}</title></head><body><h1>${parts[0]}</h1><p>${message}</p></body></html>`;
    return [
      own,
      { ...at(200, wrapped, refused < 0.5 ? 1 : 0.6), set: 'wordings in a success' },
      ...(text.length < 60 ? [{ ...at(200, page, refused < 0.5 ? 0.5 : 0.2), set: 'wordings as a page' }] : []),
    ];
  });
}

function catalogues() {
  return lines('catalogues').map(({ code, words, causes, product }, i) => ({
    set: 'codes',
    exchange: exchangeOf({
      method: 'GET',
      url: ADDRESS,
      status: 200,
      body: JSON.stringify(ENVELOPES[i % ENVELOPES.length](code, words)),
    }),
    refused: 1 - (causes['not-403'] ?? 0),
    weight: 0.5,
    group: `catalogue ${product}`,
  }));
}

/** A 403 nearly always refuses access: what else it is told for is rarer than these rows are. */
const AS_403 = 2;

/** Whole exchanges: nearly all successes are what they say, so that an ordinary page or envelope counts more. */
function recorded(folder, refused) {
  return lines(folder).map((t) => ({
    set: folder === 'disguised' ? `disguised: ${t.file}` : folder,
    exchange: exchangeOf(t),
    refused,
    weight: refused ? 10 : t.status < 400 ? 20 : t.status === 403 ? AS_403 : 12,
    group: `${folder} ${t.kind}`,
  }));
}

/** Refusals with words that somebody met, most of them told by a 403, a fifth in a success. */
function confirmed() {
  return lines('situations')
    .filter(({ file }) => file === 'recorded-worded')
    .map((row) => ({
      set: 'confirmed',
      exchange: exchangeOf(row),
      refused: 1 - (row.causes['not-403'] ?? 0),
      weight: 3,
      group: row.frame,
    }));
}

function fixtures(core) {
  return ['causes', 'vendors'].flatMap((folder) =>
    core.fixturesIn(path.join(CORE, 'fixtures', folder)).map(({ file, cause, exchange }) => ({
      set: 'fixtures',
      exchange,
      refused: cause === 'not-403' ? 0 : 1,
      weight: folder === 'causes' ? 20 : 1,
      group: `fixture ${file}`,
    })),
  );
}

function exchangeOf({ method, url, status, body, requestHeaders = [], requestBody, responseHeaders = [] }) {
  return {
    request: { method, url, headers: requestHeaders, ...(requestBody && { body: { text: requestBody } }) },
    response: { status, headers: responseHeaders, ...(body && { body: { text: body } }) },
    gaps: [],
  };
}
