import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf, har, harEntry, serve, why403 } from './command.ts';

/** A secret that no text holds by chance. */
const secret = fc.stringMatching(/^[A-Za-z0-9]{20,32}$/).filter((s) => /\d/.test(s) && /[a-z]/.test(s));

/** The same in the spellings that a report could show it in. */
function spellings(value: string): string[] {
  return [value, Buffer.from(value).toString('base64').replace(/=+$/, ''), encodeURIComponent(value)];
}

const b64 = (text: string): string => Buffer.from(text).toString('base64url');

/** Everything that the command writes of this HAR, in every form. */
async function reportsOf(text: string): Promise<Record<string, string>> {
  const folder = folderOf({ 'x.har': text });
  const [terminal, json, markdown, html] = await Promise.all([
    why403(['--no-send', 'x.har'], { cwd: folder }),
    why403(['--no-send', '--json', 'x.har'], { cwd: folder }),
    why403(['--no-send', '--markdown', 'x.har'], { cwd: folder }),
    why403(['--no-send', '--html', 'x.html', 'x.har'], { cwd: folder }),
  ]);
  return {
    terminal: terminal.stdout + terminal.stderr,
    json: json.stdout + json.stderr,
    markdown: markdown.stdout + markdown.stderr,
    html: html.stderr + readFileSync(path.join(folder, 'x.html'), 'utf8'),
  };
}

/** Places where a secret may stand, each planted in an exchange of its own. */
const PLACES: Readonly<Record<string, (s: string) => object>> = {
  bearer: (s) => refused({ sent: { Authorization: `Bearer ${s}` } }),
  'token without a scheme': (s) => refused({ sent: { Authorization: s } }),
  'Basic password': (s) => refused({ sent: { Authorization: `Basic ${Buffer.from(`ann:${s}`).toString('base64')}` } }),
  'doubled scheme': (s) => refused({ sent: { Authorization: `Bearer Bearer ${s}` } }),
  'quoted token': (s) => refused({ sent: { Authorization: `Bearer "${s}"` } }),
  'Proxy-Authorization': (s) =>
    refused({ sent: { 'Proxy-Authorization': `Basic ${Buffer.from(`a:${s}`).toString('base64')}` } }),
  cookie: (s) => refused({ sent: { Cookie: `theme=dark; session=${s}; lang=en` } }),
  'API key header': (s) => refused({ sent: { 'X-API-Key': s } }),
  'own header': (s) => refused({ sent: { 'X-Acme-Access-Token': s } }),
  'CSRF header': (s) => refused({ method: 'POST', sent: { 'X-CSRFToken': s } }),
  'query key': (s) => refused({ url: `https://api.example/x?api_key=${s}&page=2` }),
  'query access token': (s) => refused({ url: `https://api.example/x?page=2&access_token=${s}` }),
  'signed URL': (s) =>
    refused({
      url: `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-Signature=${s}`,
    }),
  'password in the URL': (s) => refused({ url: `https://ann:${s}@api.example/x` }),
  'JSON body': (s) => refused({ method: 'POST', body: JSON.stringify({ user: 'ann', password: s }) }),
  'nested JSON body': (s) => refused({ method: 'POST', body: JSON.stringify({ auth: { client_secret: s, n: [1] } }) }),
  'form body': (s) => refused({ method: 'POST', body: `user=ann&password=${s}&x=1` }),
  'form token': (s) => refused({ method: 'POST', body: `csrfmiddlewaretoken=${s}&x=1` }),
  'multipart body': (s) =>
    refused({
      method: 'POST',
      sent: { 'Content-Type': 'multipart/form-data; boundary=XX' },
      body: `--XX\r\nContent-Disposition: form-data; name="password"\r\n\r\n${s}\r\n--XX--\r\n`,
    }),
  JWT: (s) =>
    refused({
      sent: {
        Authorization: `Bearer ${b64('{"alg":"HS256","typ":"JWT"}')}.${b64(JSON.stringify({ sub: s, exp: 1 }))}.${b64(s)}`,
      },
    }),
  'Set-Cookie': (s) => refused({ got: { 'Set-Cookie': `sid=${s}; Path=/; HttpOnly` } }),
  'response token': (s) => refused({ text: JSON.stringify({ error: 'forbidden', access_token: s }) }),
  'credential echoed in the answer': (s) =>
    refused({
      sent: { Authorization: `Bearer ${s}` },
      text: JSON.stringify({ error: `token ${s} lacks the scope posts:write` }),
    }),
  'key echoed in the answer': (s) =>
    refused({ url: `https://api.example/x?key=${s}`, text: `<p>The API key ${s} is not valid</p>` }),
  'cookie echoed in the answer': (s) => refused({ sent: { Cookie: `session=${s}` }, text: `session ${s} has expired` }),
  'login redirect': (s) =>
    refused({ status: 302, got: { Location: `https://id.example/login?state=x&code=${s}&token=${s}` } }),
};

function refused(entry: Partial<Parameters<typeof harEntry>[0]>): object {
  return harEntry({
    url: 'https://api.example/x',
    status: 403,
    text: '{"error":"forbidden"}',
    ...entry,
    got: { 'Content-Type': 'application/json', ...entry.got },
  });
}

describe('no secret of an exchange appears in any report', () => {
  it('wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(secret, { minLength: 26, maxLength: 26 }), async (secrets) => {
        const planted = Object.entries(PLACES).map(([place, make], i) => ({
          place,
          value: secrets[i]!,
          entry: make(secrets[i]!),
        }));
        const reports = await reportsOf(har(...planted.map(({ entry }) => entry)));
        const leaks = planted.flatMap(({ place, value }) =>
          Object.entries(reports).flatMap(([form, text]) =>
            spellings(value).some((s) => text.includes(s)) ? [`${place} in ${form}`] : [],
          ),
        );
        expect(leaks).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  }, 60_000);

  it('nor of credentials that are tried, nor in the lines of experiments and mended requests', async () => {
    const mine = 'mine0123456789abcdefXYZ';
    const other = 'other9876543210fedcbaQRS';
    const { origin } = await serve((request, response) => {
      const allowed = request.headers.authorization === `Bearer ${other}`;
      response.writeHead(allowed ? 200 : 403, { 'Content-Type': 'application/json' });
      response.end(allowed ? '{}' : `{"error":"forbidden","you_sent":"${request.headers.authorization}"}`);
    });
    const words = [
      '--as',
      `admin=Authorization: Bearer ${other}`,
      'curl',
      `${origin}/x?api_key=${mine}Q`,
      '-H',
      `Authorization: Bearer ${mine}`,
    ];
    for (const form of [[], ['--json'], ['--markdown']]) {
      const { stdout, stderr } = await why403([...form, ...words]);
      expect(stdout).toContain('/x');
      expect(stdout + stderr).not.toContain(mine);
      expect(stdout + stderr).not.toContain(other);
    }
  });
});

describe('--show-secrets', () => {
  it('leaves everything in place', async () => {
    const entry = refused({ sent: { Authorization: 'Bearer abcdef0123456789', Cookie: 'sid=fedcba9876543210' } });
    const { stdout } = await why403(['--no-send', '--json', '--show-secrets', '-'], { stdin: har(entry) });
    const { headers } = JSON.parse(stdout).diagnoses[0].request;
    expect(headers).toContainEqual(['Authorization', 'Bearer abcdef0123456789']);
    expect(headers).toContainEqual(['Cookie', 'sid=fedcba9876543210']);
  });
});
