import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'policy-denied',
  group: 'authorization',
  title: 'a policy stands above the caller’s rights',
  explain:
    'An explicit no stands above roles and scopes: an organisation policy, a service control policy, single sign-on enforcement, a suspended or banned account, terms that were not accepted, a sender that is not verified. A stronger credential of the same organisation is refused alike.',
  who: ['api-owner', 'caller'],
  signs: {
    for: [
      'the answer speaks of a policy, an explicit deny, an organisation’s setting, suspension or terms',
      'administrators of the same organisation are refused alike',
    ],
    against: ['a colleague with a higher role gets through'],
  },
  settledBy: 'the words of the answer; a stronger credential of the same organisation is refused too',
  checklist: 'permission',
  rivals: ['role-missing', 'feature-unavailable', 'ip-refused'],
  turnedBy: {
    'another-operation': 'hints',
    'path-of-known-caller': 'hints',
    'method-of-known-caller': 'hints',
    'credential-other': 'hints',
  },
  answers: { colleague: 0.25, 'worked-before': 0.45 },
  guide: { 'row-rights': 'named', check: 'named' },
  references: [
    {
      title: 'AWS IAM: explicit and implicit denies',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
    },
    { title: 'RFC 7725: 451 Unavailable For Legal Reasons', url: 'https://www.rfc-editor.org/rfc/rfc7725' },
  ],
  summary: () => 'a policy above the caller’s own rights forbids this',
  judge: () => [],
  fixes: () => [
    {
      who: 'api-owner',
      text: 'find the policy that says no (organisation settings, service control policy, conditional access, account status) and change it or make an exception',
    },
    {
      who: 'caller',
      text: 'do what the answer asks for (authorise single sign-on, verify, accept terms), or ask the organisation’s administrator',
    },
  ],
};

export default cause;
