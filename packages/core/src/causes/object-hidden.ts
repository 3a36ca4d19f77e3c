import { bare, roles, shapeOf } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';

// Hosts that are named for object storage, of whatever make.
const STORE = /(?:^|[.-])(?:s3|oss|cos|obs|r2|minio|storage|blob|bucket|objects?)[.-]/i;

const cause: Cause = {
  id: 'object-hidden',
  group: 'server',
  title: 'the object may not exist, and the answer hides that',
  explain:
    'The service answers alike for objects that are absent and for those that the caller may not see: S3 without ListBucket says 403 for a key that does not exist, source hosts say 404 for private repositories, gateways say "missing token" for unknown routes. A wrong name, case, region or path is as likely as a missing right.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'object storage with AccessDenied for one key',
      'the answer says "not found or no access"',
      '404 for something that is known to exist',
    ],
    against: ['an object known to exist is refused alike'],
  },
  settledBy: 'an object known to exist passes with the same credential',
  rivals: ['role-missing', 'not-owner', 'credentials-missing', 'not-403'],
  looksAt: 'visibility',
  turnedBy: {
    'another-object': 'hints',
  },
  answers: { colleague: 0.5, 'own-object': 0.45 },
  guide: { 'ask-403-or-404': 'explained' },
  references: [
    {
      title: 'RFC 9110, section 15.5.4: a server may hide with 404',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      title: 'Amazon S3: GetObject permissions and 403 or 404',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    },
  ],
  summary: () => 'the object may not exist under this name; the answer does not tell absent from hidden',
  judge(c) {
    const storage = roles(c, 'storage')[0];
    const denied = c.evidence.all('message').some(({ fact }) => /^accessdenied$|\(AccessDenied\)/i.test(fact.text));
    const coded = /<Code>AccessDenied<\/Code>|\(AccessDenied\)/.test(
      c.exchange.response?.body?.text.slice(0, 2000) ?? '',
    );
    return [
      ...(c.status === 403 && denied && c.safe && (storage || coded || bare(c))
        ? [
            {
              weight: 'hints' as const,
              says: 'object storage says AccessDenied for absent keys too',
              at: [{ part: 'response' as const, in: 'status' as const }],
            },
          ]
        : []),
      ...(c.status === 403 && denied && c.safe && bare(c) && shapeOf(c).file
        ? [
            {
              weight: 'hints' as const,
              says: 'the path names one stored object',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(c.status === 403 && bare(c) && c.method === 'HEAD' && STORE.test(c.host)
        ? [
            {
              weight: 'suggests' as const,
              says: 'object storage answers HEAD for absent keys so to who may not list',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(c.status === 404 && roles(c, 'source-host', 'registry').length
        ? [
            {
              weight: 'hints' as const,
              says: 'source hosts and registries hide private things behind 404',
              at: [{ part: 'response' as const, in: 'status' as const }],
            },
          ]
        : []),
      ...(c.status === 404 && c.evidence.all('credential').length
        ? [
            {
              weight: 'hints' as const,
              says: '404 although credentials were sent',
              at: [{ part: 'response' as const, in: 'status' as const }],
            },
          ]
        : []),
    ];
  },
  fixes: () => [
    {
      who: 'caller',
      text: 'check name, case, path, region and account; try an object that is known to exist with the same credential',
    },
    {
      who: 'api-owner',
      text: 'grant the listing permission (S3: s3:ListBucket) where callers may know what exists, so that absent things answer 404',
    },
  ],
};

export default cause;
