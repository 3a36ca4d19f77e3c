// Documented words in view of the request: the thing is told, and its state only where what was sent does not deny it.
import { describe, expect, it } from 'vitest';
import type { Exchange, Header } from '../../src/index.ts';
import { catalogue, judge } from '../../src/index.ts';
import type { Vendor } from '../../src/model/vendor.ts';

const vendor = (causes: Vendor['refusals'][number]['causes'], text: string): Vendor => ({
  id: 'acme',
  name: 'Acme',
  role: 'api',
  present: [{ host: 'api.acme.test' }],
  refusals: [
    { id: 'words', alone: true, when: [{ text }], causes, says: 'as documented', source: 'https://acme.test/' },
  ],
});

interface Given {
  readonly causes: Vendor['refusals'][number]['causes'];
  readonly text: string;
  readonly headers?: readonly Header[];
  readonly answered?: readonly Header[];
  readonly method?: string;
  readonly body?: string;
  readonly status?: number;
  /** The source shows no header of the request. */
  readonly unseen?: boolean;
}

const AGENT: readonly Header[] = [
  ['Host', 'api.acme.test'],
  ['User-Agent', 'curl/8.5.0'],
];

function ranked(given: Given) {
  const { causes, text, headers = [], answered = [], method = 'GET', body, status = 403, unseen } = given;
  const exchange: Exchange = {
    request: {
      method,
      url: 'https://api.acme.test/things/1',
      headers: unseen ? [] : [...AGENT, ...headers],
      ...(body !== undefined && { body: { text: body } }),
    },
    response: { status, headers: [['Content-Type', 'text/plain'], ...answered], body: { text } },
    gaps: [],
  };
  return judge(exchange, { ...catalogue, vendors: [vendor(causes, text)] }).ranked;
}

const first = (given: Given) => ranked(given)[0]!.cause.id;
const chance = (given: Given, id: string) => ranked(given).find(({ cause }) => cause.id === id)!.probability;

const BEARER: readonly Header[] = [['Authorization', 'Bearer k3n8v2q9x7b4m1z6t0p5']];
const WRONG = {
  causes: { 'credentials-invalid': 'proves' },
  text: 'Bad password for this shelf',
  status: 401,
} as const;

describe('documented words that call a credential wrong', () => {
  it('mean that, where one was sent', () => {
    expect(first({ ...WRONG, headers: BEARER })).toBe('credentials-invalid');
  });
  it('mean that none came, where none was sent', () => {
    expect(first(WRONG)).toBe('credentials-missing');
  });
  it('mean the one in the body that logs in', () => {
    expect(first({ ...WRONG, method: 'POST', body: '{"user":"ann","password":"x"}' })).toBe('credentials-invalid');
  });
  it('leave open whether one was sent, where the request is not shown', () => {
    const unseen = { ...WRONG, text: 'Not authenticated', unseen: true };
    expect(first(unseen)).toBe('credentials-invalid');
    expect(chance(unseen, 'credentials-missing')).toBeGreaterThan(0.05);
  });
  it('mean its time, where the clocks of request and answer are hours apart', () => {
    const headers: readonly Header[] = [
      ['Authorization', 'Signature keyId="a",signature="b3JjaGFyZA=="'],
      ['Date', 'Wed, 13 Jan 2027 13:50:39 GMT'],
    ];
    const answered: readonly Header[] = [['Date', 'Wed, 13 Jan 2027 02:17:06 GMT']];
    const text = 'The seal on this request does not hold';
    expect(first({ ...WRONG, text, headers, answered })).toBe('credentials-expired');
  });
  it('mean what the answer names and the request lacks', () => {
    const text = 'Partner ID and token do not go together';
    expect(first({ ...WRONG, text, headers: BEARER })).toBe('credentials-missing');
    expect(first({ ...WRONG, text, headers: [...BEARER, ['X-Partner-Id', '7']] })).toBe('credentials-invalid');
  });
});

describe('documented words that refuse a permission', () => {
  const refused = (text: string): Given => ({ causes: { 'role-missing': 'proves' }, text });
  it('mean a login, where they name nobody as the caller', () => {
    expect(first(refused('User anonymous may not list shelves'))).toBe('credentials-missing');
    expect(first(refused('user <b>Guest</b> may not list shelves'))).toBe('credentials-missing');
    expect(first(refused('The user bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb may not list shelves'))).toBe(
      'credentials-missing',
    );
  });
  it('mean a permission, where somebody is named beside an id that was taken out', () => {
    const text = 'ann@acme.test (00000000-0000-0000-0000-000000000000) may not list shelves';
    expect(first({ ...refused(text), headers: BEARER })).toBe('role-missing');
  });
  it('prove nothing of a caller who is not known', () => {
    const { claims } = ranked(refused('You may not list shelves')).find(({ cause }) => cause.id === 'role-missing')!;
    expect(claims.filter(({ claim }) => claim.weight === 'proves')).toEqual([]);
  });
});

describe('documented words about a CSRF token', () => {
  const wrong: Given = {
    causes: { 'csrf-invalid': 'suggests' },
    text: 'The stamp of the form is not ours',
    method: 'POST',
  };
  const session: readonly Header[] = [['Cookie', 'sessionid=8f14e45fceea167a']];
  it('mean that none came, where none was sent', () => {
    expect(first({ ...wrong, headers: session })).toBe('csrf-missing');
    expect(first({ ...wrong, headers: [...session, ['X-CSRFToken', 'null']] })).toBe('csrf-missing');
  });
  it('mean the one that was sent', () => {
    expect(first({ ...wrong, headers: [...session, ['X-CSRFToken', 'a1b2c3d4e5f6']] })).toBe('csrf-invalid');
  });
});

describe('documented words that list several causes', () => {
  const text = 'The access key is wrong, has expired, or lacks permission for this shelf';
  const listed: Given = { causes: { 'credentials-invalid': 'proves' }, text, headers: [['X-Api-Key', 'a8d2k5f7h1']] };
  it('leave each of them possible', () => {
    for (const id of ['credentials-invalid', 'credentials-expired']) expect(chance(listed, id)).toBeGreaterThan(0.03);
    // what a key lacks, its owner may lack
    expect(chance(listed, 'scope-insufficient') + chance(listed, 'role-missing')).toBeGreaterThan(0.03);
  });
  it('list nothing by "one or more"', () => {
    const lacking: Given = {
      ...listed,
      causes: { 'scope-insufficient': 'suggests' },
      text: 'Your token lacks one or more of the scopes that are needed',
    };
    expect(chance(lacking, 'scope-insufficient')).toBeGreaterThan(0.9);
  });
});
