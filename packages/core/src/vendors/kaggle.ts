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
  ],
};

export default vendor;
