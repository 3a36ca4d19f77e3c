import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'feature-unavailable',
  group: 'authorization',
  title: 'the feature is off or not in the plan',
  explain:
    'The thing asked for is not switched on for this account, project, installation or user: a feature flag, an API that was never enabled, a plan, licence or quota tier that does not include it. Every credential of this account is refused; another account’s is not.',
  who: ['api-owner', 'caller'],
  signs: {
    for: [
      'the answer speaks of plan, licence, upgrade, billing, enabling or a feature',
      'status 402',
      'every credential of the account is refused alike',
    ],
    against: ['another user of the same account gets through'],
  },
  settledBy: 'the words of the answer; every credential of this account is refused, another account’s is not',
  checklist: 'feature-flag',
  rivals: ['scope-insufficient', 'policy-denied', 'role-missing', 'rate-limited'],
  turnedBy: {
    parameter: 'hints',
    'another-operation': 'hints',
    'path-of-known-caller': 'hints',
    'method-of-known-caller': 'hints',
    'credential-other': 'hints',
  },
  answers: { colleague: 0.12, 'worked-before': 0.35 },
  guide: { check: 'named' },
  references: [
    { title: 'RFC 9110, section 15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  summary: () => 'this feature is not switched on for this account, or not in its plan',
  judge: (c) =>
    c.status === 402 &&
    !c.evidence.all('message').some(({ fact }) => /two[- _]?(?:factor|step)|\b2fa|\bmfa|\botp/i.test(fact.text))
      ? [{ weight: 'suggests', says: '402 Payment Required', at: [{ part: 'response', in: 'status' }] }]
      : [],
  fixes: () => [
    {
      who: 'api-owner',
      text: 'switch the feature, API or flag on for this account, or move it to a plan or licence that includes it',
    },
    { who: 'caller', text: 'enable the API or feature in the account’s settings, or upgrade the plan' },
  ],
};

export default cause;
