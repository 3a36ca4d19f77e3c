import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kaggle',
  name: 'Kaggle',
  role: 'api',
  present: [{ host: 'kaggle.com' }, { header: 'x-kaggle-apiversion' }, { header: 'x-kaggle-millisecondsperrequest' }],
  refusals: [
    {
      id: 'rules',
      alone: true,
      when: [
        {
          text: /you must accept this competition'?s? ?'?s rules|you have not accepted the rules|must accept (the )?(competition )?rules/,
        },
      ],
      causes: { 'policy-denied': 'proves', 'role-missing': 'hints' },
      says: 'the rules of the competition were not accepted with this account',
      fix: { who: 'caller', text: 'open the page of the competition and accept its rules' },
      source: 'https://github.com/Kaggle/kaggle-cli/issues/152',
    },
    {
      id: 'permission',
      alone: true,
      when: [{ text: /permission '[a-z.]{3,60}' was (denied|not satisfied)/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'suggests', 'not-owner': 'hints' },
      says: 'Kaggle does not let this account do that: rules not accepted, private data, or not verified',
      source: 'https://github.com/Kaggle/kaggle-cli/issues/555',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'kaggle.com' }],
      causes: {},
      usual: { 'policy-denied': 52, 'object-hidden': 14, 'credentials-invalid': 10, 'role-missing': 8, 'not-owner': 6 },
      says: "mostly the competition's rules were not accepted, or the phone number was not verified",
      source: 'https://www.kaggle.com/docs/api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'kaggle.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'credentials-missing': 28,
        'credentials-malformed': 8,
        'credentials-expired': 4,
      },
      says: 'mostly a wrong or replaced kaggle.json',
      source: 'https://www.kaggle.com/docs/api',
    },
  ],
};

export default vendor;
