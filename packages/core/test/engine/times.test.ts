import { describe, expect, test } from 'vitest';
import { catalogue, type Exchange, judge } from '../../src/index.ts';

// What ended by the server's own clock, wherever the request carries its time.

const DATE = 'Mon, 23 Nov 2026 12:00:00 GMT';
const NOW = Date.parse(DATE) / 1000;

function refused(part: Partial<Exchange['request']>, transport?: Exchange['transport']): Exchange {
  return {
    request: {
      method: 'GET',
      url: 'https://files.example.test/album.zip',
      ...part,
      headers: [['Host', 'files.example.test'], ...(part.headers ?? [])],
    },
    response: { status: 403, headers: [['Date', DATE]], body: { text: '' } },
    ...(transport && { transport }),
    gaps: [],
  };
}

const policy = (ends: number): string =>
  Buffer.from(JSON.stringify({ Statement: [{ Condition: { DateLessThan: { 'AWS:EpochTime': ends } } }] }))
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('=', '_')
    .replaceAll('/', '~');
const cloudFront = (ends: number) =>
  refused({
    headers: [['Cookie', `CloudFront-Policy=${policy(ends)}; CloudFront-Signature=abc; CloudFront-Key-Pair-Id=K1`]],
  });
const sas = (ends: string) =>
  refused({ url: `https://acct.blob.core.windows.net/c/a.zip?sv=2022-11-02&se=${ends}&sp=r&sig=abc%3D` });
const stamped = (made: number) =>
  refused({
    headers: [
      ['X-Acme-Key', 'k1'],
      ['X-Acme-Timestamp', String(made)],
      ['X-Acme-Signature', 'ab12'],
    ],
  });
const certified = (validTo: string) =>
  refused(
    {},
    {
      tls: {
        protocol: 'TLSv1.3',
        authorized: true,
        clientCertificateSent: true,
        clientCertificate: { subject: 'CN=mona', validFrom: 'Jan  1 00:00:00 2023 GMT', validTo },
      },
    },
  );

describe('a time that is over', () => {
  test.each([
    ['the policy of CloudFront cookies', cloudFront(NOW - 900), cloudFront(NOW + 900)],
    ['the end of an Azure SAS', sas('2026-11-23T10:00:00Z'), sas('2026-11-23T14:00:00Z')],
    ['the timestamp of a signed request', stamped(NOW - 7200), stamped(NOW - 20)],
    ['the client certificate', certified('Jan  1 00:00:00 2024 GMT'), certified('Jan  1 00:00:00 2028 GMT')],
  ])('in %s makes the credential expired, and one that holds does not', (_, over, holds) => {
    expect(judge(over, catalogue).ranked[0]?.cause.id).toBe('credentials-expired');
    expect(judge(holds, catalogue).ranked[0]?.cause.id).not.toBe('credentials-expired');
  });
});
