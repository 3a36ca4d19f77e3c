import { createHash } from 'node:crypto';
import type { Header } from '@why403/core';
import { expect, test } from 'vitest';
import { signAwsV4 } from '../../src/send/aws-sigv4.ts';
import { answerDigest, findDigestChallenge } from '../../src/send/digest.ts';
import { send } from '../../src/send/send.ts';
import { parseTarget } from '../../src/send/target.ts';
import { echoServer, OK } from './servers.ts';

/** The example of RFC 7616 section 3.9.1. */
const rfc: readonly Header[] = [
  [
    'WWW-Authenticate',
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  ],
  [
    'WWW-Authenticate',
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"',
  ],
];
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';

test('the digests of RFC 7616 come out, SHA-256 first', () => {
  const strongest = findDigestChallenge(rfc)!;
  const md5 = findDigestChallenge(rfc.slice(1))!;
  const answer = (challenge: typeof strongest) =>
    answerDigest(challenge, 'Mufasa:Circle of Life', 'GET', '/dir/index.html', cnonce);
  expect(answer(strongest)).toBe(
    `Digest username="Mufasa", realm="http-auth@example.org", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", uri="/dir/index.html", cnonce="${cnonce}", nc=00000001, qop=auth, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", algorithm=SHA-256`,
  );
  expect(answer(md5)).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
});

test('challenges are found among others in one field, and unknown algorithms are left', () => {
  const find = (value: string) => findDigestChallenge([['www-authenticate', value]]);
  expect(find('Basic realm="a, Digest b", Digest realm="x\\"y", nonce=n, Bearer')).toMatchObject({
    realm: 'x"y',
    nonce: 'n',
    hash: 'md5',
  });
  expect(find('Digest realm="x", nonce="n", algorithm=SHA3-256')).toBeUndefined();
  expect(find('Digest realm="x", nonce="n", qop="auth-int"')).toBeUndefined();
  expect(find('Digest realm="x"')).toBeUndefined();
});

test('--digest asks first without the body and answers the challenge', async () => {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');
  const echo = await echoServer((_request, _socket, index) =>
    index === 0
      ? 'HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm="r", nonce="n", qop="auth"\r\nContent-Length: 0\r\n\r\n'
      : OK,
  );
  const reasons: string[] = [];
  const exchange = await send(
    {
      method: 'POST',
      url: `${echo.url}/a?b`,
      headers: [
        ['Host', 'h'],
        ['Accept', '*/*'],
      ],
      body: { text: 'hi' },
    },
    { digest: true, user: 'me:pw' },
    {
      gate: (_request, reason) => {
        reasons.push(reason);
        return undefined;
      },
    },
  );
  expect(echo.requests[0]).toBe('POST /a?b HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nContent-Length: 0\r\n\r\n');
  const second = echo.requests[1]!;
  const nonce = /cnonce="([0-9a-f]{32})"/.exec(second)?.[1];
  const response = md5(`${md5('me:r:pw')}:n:00000001:${nonce}:auth:${md5('POST:/a?b')}`);
  expect(second).toBe(
    `POST /a?b HTTP/1.1\r\nHost: h\r\nAuthorization: Digest username="me", realm="r", nonce="n", uri="/a?b", cnonce="${nonce}", nc=00000001, qop=auth, response="${response}"\r\nAccept: */*\r\nContent-Length: 2\r\n\r\nhi`,
  );
  expect([reasons, exchange.response?.status, exchange.gaps.map(({ text }) => text)]).toEqual([
    ['request', 'authentication'],
    200,
    ['Authentication took two requests; the one shown answers the challenge of the first.'],
  ]);
});

test('without a challenge nothing more is sent', async () => {
  const echo = await echoServer(
    () => 'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="r"\r\nContent-Length: 0\r\n\r\n',
  );
  const exchange = await send({ method: 'GET', url: echo.url, headers: [] }, { digest: true, user: 'me:pw' });
  expect([echo.requests.length, exchange.gaps.map(({ text }) => text)]).toEqual([
    1,
    ['The server asked for no authentication that --digest or --anyauth can answer, so nothing more was sent.'],
  ]);
});

/** AWS's published Signature Version 4 test suite (https://github.com/awslabs/aws-c-auth, tests/aws-signing-test-suite/v4). */
test.each([
  ['get-vanilla', 'GET', '/', [], undefined, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['post-vanilla', 'POST', '/', [], undefined, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'get-vanilla-query-order-key-case',
    'GET',
    '/?Param2=value2&Param1=value1',
    [],
    undefined,
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'get-vanilla-empty-query-key',
    'GET',
    '/?Param1=value1',
    [],
    undefined,
    'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
  ],
  [
    'post-x-www-form-urlencoded',
    'POST',
    '/',
    [['Content-Type', 'application/x-www-form-urlencoded']],
    'Param1=value1',
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
] as const)('AWS test suite: %s', (_name, method, path, headers, body, signature) => {
  const url = `https://example.amazonaws.com${path}`;
  const request = {
    method,
    url,
    headers: [['Host', 'example.amazonaws.com'], ...headers, ['X-Amz-Date', '20150830T123600Z']] as readonly Header[],
    ...(body === undefined ? {} : { body: { text: body } }),
  };
  const signed = signAwsV4(
    request,
    parseTarget(url),
    'aws:amz:us-east-1:service',
    'AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  );
  const value = signed.find(([name]) => name === 'Authorization')?.[1];
  expect(value?.split('Signature=')[1]).toBe(signature);
});

test('--aws-sigv4 takes region and service from the host, and says when it cannot', async () => {
  const echo = await echoServer();
  await send(
    { method: 'GET', url: 'http://s3.eu-west-1.amazonaws.com/key%20a', headers: [['Accept', '*/*']] },
    { awsSigv4: 'aws:amz', user: 'AK:SK', connectTo: [`::127.0.0.1:${echo.port}`] },
  );
  expect(echo.requests[0]).toMatch(
    /^GET \/key%20a HTTP\/1\.1\r\nHost: s3\.eu-west-1\.amazonaws\.com\r\nAuthorization: AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/eu-west-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}\r\nX-Amz-Date: \d{8}T\d{6}Z\r\nx-amz-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\r\nAccept: \*\/\*\r\n\r\n$/,
  );
  await expect(
    send(
      { method: 'GET', url: echo.url.replace('127.0.0.1', 'localhost'), headers: [] },
      { awsSigv4: 'aws:amz', user: 'a:b' },
    ),
  ).rejects.toThrow(
    'The request to localhost cannot be signed: its name has no region and service; write --aws-sigv4 aws:amz:region:service.',
  );
});
