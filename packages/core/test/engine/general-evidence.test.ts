import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { judge } from '../../src/engine/judge.ts';
import { LANGUAGES, read } from '../../src/language/languages.ts';
import type { CauseId } from '../../src/model/cause-id.ts';
import type { Header } from '../../src/model/exchange.ts';

// No product's own file is asked here: what is tested is language, HTTP and the habits of whole families.
const general = { ...catalogue, vendors: [] };

interface Told {
  readonly method?: string;
  readonly url?: string;
  readonly sent?: readonly Header[];
  readonly form?: string;
  readonly status?: number;
  readonly headers?: readonly Header[];
  readonly body?: string;
}

function judged({ method = 'GET', url = 'https://api.example.test/things/1', ...told }: Told) {
  const { sent = [['X-API-Key', 'AAAA']], form, status = 403, headers = [], body } = told;
  return judge(
    {
      request: { method, url, headers: sent, ...(form !== undefined && { body: { text: form } }) },
      response: { status, headers, ...(body !== undefined && { body: { text: body } }) },
      gaps: [],
    },
    general,
  ).ranked;
}

const ranked = (told: Told): readonly CauseId[] => judged(told).map((r) => r.cause.id);
const chance = (told: Told, cause: CauseId): number => judged(told).find((r) => r.cause.id === cause)?.probability ?? 0;
const first = (told: Told): CauseId | undefined => ranked(told)[0];

describe('a refusal in another language', () => {
  const said: readonly (readonly [string, CauseId, string])[] = [
    ['German', 'role-missing', 'Sie haben keine Berechtigung für diese Aktion.'],
    ['German', 'credentials-expired', 'Die Sitzung ist abgelaufen.'],
    ['Spanish', 'role-missing', 'El usuario no tiene los permisos necesarios.'],
    ['Spanish', 'credentials-invalid', 'Contraseña incorrecta.'],
    ['Portuguese', 'role-missing', 'Você não tem permissão para acessar este recurso.'],
    ['French', 'role-missing', 'Vous n’avez pas les droits nécessaires.'],
    ['French', 'credentials-expired', 'Votre jeton est expiré.'],
    ['Italian', 'role-missing', 'Non hai i permessi per questa operazione.'],
    ['Russian', 'role-missing', 'Недостаточно прав для выполнения операции'],
    ['Russian', 'credentials-invalid', 'Неверный токен'],
    ['simplified Chinese', 'role-missing', '{"code":7,"msg":"权限不足"}'],
    ['simplified Chinese', 'ip-refused', '{"code":9,"msg":"IP不在白名单"}'],
    ['simplified Chinese', 'credentials-invalid', '{"code":8,"msg":"签名错误"}'],
    ['simplified Chinese', 'feature-unavailable', '{"code":8,"msg":"余额不足"}'],
    ['traditional Chinese', 'role-missing', '{"msg":"您沒有存取權限"}'],
    ['Japanese', 'role-missing', '{"message":"権限がありません"}'],
    ['Japanese', 'feature-unavailable', 'API機能が無効です。'],
    ['Korean', 'role-missing', '{"message":"접근 권한이 없습니다"}'],
  ];
  for (const [tongue, cause, body] of said)
    it(`is read in ${tongue}: ${cause} from ${body}`, () => {
      expect(ranked({ body }).slice(0, 2)).toContain(cause);
    });
  it('is bare where it only says that access is denied', () => {
    expect(ranked({ body: 'Zugriff verweigert' })).toEqual(ranked({ body: 'Access denied' }));
  });
  it('is read by the lexicon of its own language alone', () => {
    // "data" is the date in Italian
    expect(read('Request data is invalid').statements.map(({ thing }) => thing)).toEqual(['it']);
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(20);
  });
  it('is told in time that grows no faster than the text', () => {
    const { tokens } = read(`${'keine '.repeat(3300)}${'Berechtigung '.repeat(1000)}`);
    expect(tokens.length).toBeLessThanOrEqual(400);
  });
});

describe('a refusal in JSON', () => {
  it('may stand in a flag alone', () => {
    expect(first({ method: 'POST', status: 200, body: '{"mfa_type":"sms","mfa_required":true}' })).toBe(
      'step-up-required',
    );
  });
  it('may name the permission in a field of its own', () => {
    const body = '{"error":"forbidden","details":{"required_scope":"orders:write"}}';
    expect(first({ body })).toBe('scope-insufficient');
  });
  it('is read from the message fields of gateways, in a 200 too', () => {
    expect(first({ status: 200, body: '{"retCode":"fail","retMsg":"ip not permit"}' })).toBe('ip-refused');
  });
});

describe('words', () => {
  const said: readonly (readonly [string, CauseId, Told])[] = [
    [
      'a code of a second factor that is missing is no missing login',
      'step-up-required',
      { status: 401, body: '{"error":"missing_totp_token"}' },
    ],
    [
      'OAuth calls an application a client',
      'credentials-invalid',
      { status: 400, body: '{"error":"invalid_client","error_description":"Client authentication failed"}' },
    ],
    [
      'a timestamp that is not taken means the clock',
      'credentials-expired',
      { status: 401, body: 'Invalid timestamp in request signature' },
    ],
    [
      'a key that cannot be empty is missing',
      'credentials-missing',
      {
        sent: [
          ['Host', 'api.example.test'],
          ['Accept', '*/*'],
          ['User-Agent', 'Mozilla/5.0 (X11) Firefox/1'],
        ],
        status: 401,
        body: '{"msg":"Request header ACCESS-KEY cannot be empty."}',
      },
    ],
    [
      'a group that one is not in is a role',
      'role-missing',
      { body: 'Your credentials are correct, but you are not in an authorized group.' },
    ],
    [
      'a balance that is not sufficient is a matter of payment',
      'feature-unavailable',
      { body: 'Your current balance is 12, which is not sufficient for this call.' },
    ],
    [
      'no further requests are permitted where a limit is used up',
      'rate-limited',
      { body: 'Access denied: no further requests are permitted.' },
    ],
    [
      'authorisation that failed on 403 is about rights',
      'role-missing',
      { body: '{"message":"authorization failed!"}' },
    ],
    [
      'an address that is not taken stays one on 401',
      'ip-refused',
      { status: 401, body: '{"errors":["Your ip is restricted"]}' },
    ],
    [
      'a suspended account is policy, with any adverb',
      'policy-denied',
      { body: '{"errors":[{"detail":"This account is indefinitely locked."}]}' },
    ],
    [
      'sign stands for signature',
      'credentials-invalid',
      { status: 200, body: '{"errcode":310000,"errmsg":"sign not match"}' },
    ],
  ];
  for (const [sentence, cause, told] of said)
    it(`${sentence}: ${cause}`, () => {
      expect(first(told)).toBe(cause);
    });
  it('a header that is invalid may not have been read', () => {
    const told = ranked({ status: 400, body: '{"code":"authorization_invalid_headers"}' });
    expect(told.slice(0, 2)).toContain('credentials-malformed');
  });
  it('of a disabled key mean the key or its account, and no disabled API', () => {
    const causes = ranked({ body: '{"error":{"code":"API_KEY_DISABLED"}}' }).slice(0, 2);
    expect([...causes].sort()).toEqual(['credentials-invalid', 'policy-denied']);
  });
  it('leave it open whose permission lacks where they name no user', () => {
    const { ranked: causes } = judge(
      {
        request: { method: 'GET', url: 'https://example.test/x', headers: [] },
        response: { status: 403, headers: [], body: { text: 'Insufficient permissions for this request' } },
        gaps: [],
      },
      general,
    );
    expect(
      causes
        .slice(0, 2)
        .map((r) => r.cause.id)
        .sort(),
    ).toEqual(['role-missing', 'scope-insufficient']);
    expect(causes[0]!.probability).toBeLessThan(0.85);
  });
  it('of a domain mean the Origin where one of another site was sent, and the Host where none was', () => {
    const body = '{"error":{"type":"domain_not_allowed"}}';
    expect(first({ sent: [['Origin', 'https://shop.example']], method: 'POST', body })).toBe('origin-rejected');
    expect(first({ sent: [], body })).toBe('host-rejected');
  });
});

describe('the request', () => {
  it('has a CSRF token that can belong to nothing where no cookie came with its form', () => {
    const sent: Header[] = [['Content-Type', 'application/x-www-form-urlencoded']];
    const told = { method: 'POST', url: 'https://www.example.test/login', form: '_csrf=abcdef012345&user=u' };
    expect(first({ ...told, sent })).toBe('csrf-invalid');
    const beside = [...sent, ['Cookie', 'JSESSIONID=1']] as const;
    expect(chance({ ...told, sent: beside }, 'csrf-invalid')).toBeLessThan(chance({ ...told, sent }, 'csrf-invalid'));
  });
  it('is not cut off where somebody put one sign for the signature of its token', () => {
    const told = (signature: string): CauseId | undefined =>
      first({ sent: [['Authorization', `Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${signature}`]] });
    expect(told('AAAA')).not.toBe('credentials-malformed');
    expect(told('Ab3d')).toBe('credentials-malformed');
  });
  it('lacks a User-Agent only where its headers are shown whole', () => {
    const hint = (sent: readonly Header[]): boolean =>
      judge(
        {
          request: { method: 'GET', url: 'https://example.test/', headers: sent },
          response: { status: 403, headers: [] },
          gaps: [],
        },
        general,
      ).ranked.some((r) => r.claims.some(({ claim }) => claim.says === 'no User-Agent was sent'));
    expect(
      hint([
        ['Accept', '*/*'],
        ['X-Token', 'a'],
      ]),
    ).toBe(false);
    expect(
      hint([
        ['Accept', '*/*'],
        ['Host', 'example.test'],
      ]),
    ).toBe(true);
  });
  it('was not accepted as a login where a token was sent and the answer leads to one', () => {
    const told = {
      sent: [['Authorization', 'Token AAAA']] as Header[],
      status: 302,
      headers: [['Location', '/login/?next=/api/x']] as Header[],
    };
    expect(ranked(told).slice(0, 3)).toContain('credentials-invalid');
  });
  it('for an absent object of a storage host is refused without a word', () => {
    expect(ranked({ method: 'HEAD', url: 'https://box.s3.example.test/a/b', sent: [] }).slice(0, 3)).toContain(
      'object-hidden',
    );
  });
  it('of an API that is refused without a word may have met a limit', () => {
    const sent: readonly Header[] = [['Authorization', 'Bearer AAAA']];
    expect(chance({ sent }, 'rate-limited')).toBeGreaterThan(chance({ sent }, 'file-permissions'));
  });

  it('is not read badly where the scheme has quoted parameters', () => {
    const sent: readonly Header[] = [['Authorization', 'PAY2-RSA mchid="190",nonce_str="593B",signature="aGVsbG8="']];
    expect(
      first({ sent, status: 401, body: '{"code":"SIGN_ERROR","message":"The signature does not match."}' }),
    ).not.toBe('credentials-malformed');
  });
});

describe('words of whole families', () => {
  const bearer: readonly Header[] = [['Authorization', 'Bearer AAAA.BBBB.CCCC']];
  const nothing: readonly Header[] = [
    ['Host', 'api.example.test'],
    ['User-Agent', 'curl/8.5.0'],
    ['Accept', '*/*'],
  ];
  const said: readonly (readonly [string, CauseId, string, Told?])[] = [
    ['a way of logging in is switched off', 'policy-denied', 'Password authentication is disabled for this account.'],
    ['keys are not taken at all', 'policy-denied', 'Key based authentication is not permitted on this resource.'],
    ['something is frozen', 'policy-denied', 'This wallet is frozen.'],
    ['an owner of a key was deactivated', 'policy-denied', 'The account of this API key has been deactivated.'],
    ['a key is not meant for it', 'scope-insufficient', 'Trading is not enabled for this API key.'],
    ['a cap an hour is reached', 'rate-limited', 'You have reached your hourly request cap.'],
    ['a German account is blocked', 'policy-denied', 'Ihr Konto wurde gesperrt.'],
    ['a Japanese session has ended', 'credentials-expired', 'セッションの有効期限が切れました'],
    ['a VPN is seen', 'ip-refused', 'Access is not possible through a VPN.', { sent: nothing }],
    ['a host is asked by its address', 'host-rejected', 'Direct IP access not allowed', { sent: nothing }],
    ['a role check refuses', 'role-missing', 'RBAC: access denied', { sent: bearer }],
    [
      'nothing was sent, and it is missing or malformed',
      'credentials-missing',
      'missing or malformed jwt',
      { sent: nothing },
    ],
    [
      'something was sent, and it is missing or malformed',
      'credentials-malformed',
      'missing or malformed jwt',
      { sent: bearer },
    ],
    [
      'a key is required and not found',
      'credentials-missing',
      'x-admin-secret required, but not found',
      { sent: nothing },
    ],
    [
      'a bad request lacks the CSRF token',
      'csrf-missing',
      '400 Bad Request: The CSRF token is missing.',
      { method: 'POST', status: 400 },
    ],
  ];
  for (const [when, cause, body, told] of said)
    it(`are read where ${when}`, () => {
      expect(first({ ...told, body })).toBe(cause);
    });
});

describe('a list that something is not on', () => {
  it('may be one of addresses or one of people', () => {
    const body = 'Recipient number is not in the allow list.';
    expect(ranked({ body })[0]).toBe('ip-refused');
    expect(ranked({ body }).slice(0, 4)).toContain('policy-denied');
  });
});

describe('a plain sentence', () => {
  const said: readonly (readonly [CauseId, string])[] = [
    ['feature-unavailable', 'Insights is an add-on. Contact sales to activate it.'],
    ['ip-refused', 'This title cannot be streamed from where you are.'],
    ['ip-refused', 'Please connect to the company network and try again.'],
    ['policy-denied', 'Our conditions of use changed on 1 May.'],
    ['not-owner', 'Order 1002 is not one of yours.'],
    ['not-owner', 'The record belongs to customer 9, asked by customer 7.'],
    ['credentials-invalid', 'Live payouts cannot be read in the sandbox.'],
    ['step-up-required', 'Enter the code from your authenticator app.'],
    ['client-refused', 'Enable JavaScript and cookies to continue.'],
    ['rate-limited', 'Too many codes requested for this number.'],
    ['tls-required', 'Please use the secure address.'],
    ['credentials-expired', 'This link is no longer valid.'],
    ['content-rejected', 'Your request looks malicious.'],
    ['role-missing', 'This needs group "ops".'],
    ['role-missing', 'Ask your administrator for access.'],
    ['method-refused', 'This endpoint only accepts POST.'],
    ['credentials-malformed', 'Authorization header: scheme "token" is not supported.'],
  ];
  it.each(said)('means %s where it says "%s"', (cause, message) => {
    expect(first({ body: JSON.stringify({ message }) })).toBe(cause);
  });
  it('that nobody here can read lowers every guess', () => {
    const sure = (message: string): number =>
      judge(
        {
          request: {
            method: 'GET',
            url: 'https://api.example.test/things/1',
            headers: [['Authorization', 'Bearer abcdefghij']],
          },
          response: { status: 403, headers: [], body: { text: JSON.stringify({ message }) } },
          gaps: [],
        },
        general,
      ).ranked[0]!.probability;
    expect(sure('Zork blart quux nimmelt vrunk.')).toBeLessThan(sure('You are not allowed to do this.') - 0.2);
  });
});
