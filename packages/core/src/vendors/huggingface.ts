import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'huggingface',
  name: 'Hugging Face Hub',
  role: 'registry',
  present: [
    { host: 'huggingface.co' },
    { host: 'hf.co' },
    { header: 'x-error-code', is: /gatedrepo|reponotfound|disabledrepo|entrynotfound/i },
    { header: 'x-repo-commit' },
  ],
  refusals: [
    {
      id: 'gated',
      alone: true,
      when: [
        {
          text: /is restricted and you are not in the authorized list|is awaiting a review from the repo authors|has been rejected by the repo/,
        },
      ],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'the model is gated, and this account has no access yet',
      fix: { who: 'caller', text: 'open the page of the model with this account and ask for access' },
      source: 'https://huggingface.co/docs/hub/models-gated',
    },
    {
      id: 'gated-login',
      alone: true,
      when: [{ text: /is restricted\. you must (have access to it and )?be authenticated to access it/ }],
      causes: { 'credentials-missing': 'proves', 'role-missing': 'hints' },
      says: 'the model is gated, and no login came with the request',
      source: 'https://huggingface.co/docs/hub/models-gated',
    },
    {
      id: 'fine-grained',
      alone: true,
      when: [{ text: /please enable access to public gated repositories in your fine-grained token settings/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the fine-grained token may not read gated repositories',
      source: 'https://huggingface.co/docs/hub/security-tokens',
    },
    {
      id: 'inference-scope',
      alone: true,
      when: [{ text: /does not have sufficient permissions to call inference providers/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token may not call inference providers',
      source: 'https://huggingface.co/docs/inference-providers',
    },
    {
      id: 'namespace',
      alone: true,
      when: [{ text: /you don't have the rights to create a (model|dataset|space) under the namespace/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the token may not write under this namespace',
      source: 'https://huggingface.co/docs/hub/security-tokens',
    },
    {
      id: 'pull-request',
      alone: true,
      when: [{ text: 'pass `create_pr=1` as a query parameter to create a pull request' }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'suggests' },
      says: 'the account may not write to the repository',
      source: 'https://huggingface.co/docs/hub/repositories-pull-requests-discussions',
    },
    {
      id: 'credits',
      alone: true,
      when: [{ text: /you have exceeded your monthly included credits for inference providers/ }],
      causes: { 'feature-unavailable': 'proves', 'rate-limited': 'suggests' },
      says: 'the included credits are used up',
      source: 'https://huggingface.co/docs/inference-providers/pricing',
    },
    {
      id: 'hidden',
      when: [{ header: 'x-error-code', is: /reponotfound/i }],
      causes: { 'object-hidden': 'proves', 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no such repository for this account',
      source: 'https://huggingface.co/docs/huggingface_hub/package_reference/utilities',
    },
    {
      id: 'token',
      when: [
        { text: /invalid (username or password|credentials in authorization header)/ },
        { status: 401 },
        { not: { header: 'x-error-code' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown',
      source: 'https://huggingface.co/docs/hub/security-tokens',
    },
  ],
};

export default vendor;
