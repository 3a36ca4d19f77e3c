import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oracle-cloud',
  name: 'Oracle Cloud Infrastructure',
  role: 'api',
  present: [{ header: 'opc-request-id' }, { host: 'oraclecloud.com' }],
  refusals: [
    {
      id: 'not-authorized-or-not-found',
      alone: true,
      when: [{ text: /\bnotauthorizedornotfound\b/ }],
      causes: { 'role-missing': 'proves', 'object-hidden': 'suggests' },
      says: 'no policy allows it, or the resource does not exist; Oracle does not say which',
      fix: {
        who: 'caller',
        text: 'check the OCID (region, line breaks) first, then the policies of the group in that compartment',
      },
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
    {
      id: 'bucket-hidden',
      alone: true,
      when: [{ text: /either the bucket named '[^']{1,80}' does not exist in the namespace/ }],
      causes: { 'role-missing': 'proves', 'object-hidden': 'suggests' },
      says: 'no policy allows it, or the bucket does not exist',
      source: 'https://docs.oracle.com/en-us/iaas/Content/Object/Tasks/managingbuckets.htm',
    },
    {
      id: 'not-authenticated',
      alone: true,
      when: [
        { text: /\bnotauthenticated\b/ },
        { text: 'required information to complete authentication was not provided or was incorrect' },
      ],
      causes: {
        'credentials-invalid': 'suggests',
        'credentials-malformed': 'hints',
        'credentials-expired': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'the signature, key id or clock of the request is wrong',
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
    {
      id: 'limit',
      alone: true,
      when: [{ text: /\b(limitexceeded|quotaexceeded)\b/ }, { header: 'opc-request-id' }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the service limit or compartment quota is used up',
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'oraclecloud.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-malformed': 18,
        'credentials-expired': 16,
        'credentials-missing': 8,
      },
      says: 'mostly the fingerprint, user or tenancy of the signature, or the clock',
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'oraclecloud.com' }],
      causes: {},
      usual: { 'role-missing': 48, 'object-hidden': 34, 'credentials-invalid': 6 },
      says: 'an action that no policy allows is answered as if the object were absent',
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'oraclecloud.com' }],
      causes: {},
      usual: { 'role-missing': 42, 'policy-denied': 16, 'feature-unavailable': 12, 'ip-refused': 6 },
      says: 'mostly no policy for the group',
      source: 'https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm',
    },
  ],
};

export default vendor;
