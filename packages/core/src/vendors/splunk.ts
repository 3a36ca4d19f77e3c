import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'splunk',
  name: 'Splunk',
  role: 'app',
  present: [
    { header: 'server', is: 'Splunkd' },
    { cookie: 'splunkd_' },
    { cookie: 'splunkweb_' },
    { path: '/services/collector' },
    { path: '/servicesNS/' },
  ],
  refusals: [
    {
      id: 'hec-invalid',
      alone: true,
      when: [{ text: 'Invalid token' }, { body: /"code": ?4\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the HEC token is unknown',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'hec-disabled',
      alone: true,
      when: [{ text: 'Token disabled' }, { body: /"code": ?1\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the HEC token is disabled',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'hec-missing',
      alone: true,
      when: [{ text: 'Token is required' }, { body: /"code": ?2\b/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no HEC token came',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'hec-form',
      alone: true,
      when: [{ text: 'Invalid authorization' }, { body: /"code": ?3\b/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'the Authorization header is not of the form "Splunk <token>"',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'hec-index',
      alone: true,
      when: [{ text: 'Incorrect index' }, { body: /"code": ?7\b/ }],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'hints' },
      says: 'the HEC token is not allowed to write to this index',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'capability',
      alone: true,
      when: [
        {
          any: [
            { text: 'insufficient permission to access this resource' },
            { text: /does not have permission to perform this operation \(requires capability: [a-z_]{1,60}\)/ },
            { text: /requires capability: / },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the user's role lacks a capability",
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Security/Rolesandcapabilities',
    },
    {
      id: 'not-authenticated',
      when: [{ text: 'call not properly authenticated' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'suggests' },
      says: 'no session key or token came, or it is past its time',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: /splunk cannot authenticate the request\. csrf validation failed/ }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: "Splunk Web wants X-Splunk-Form-Key with the cookie's value",
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
    },
    {
      id: 'usual-hec',
      alone: true,
      when: [{ status: [403, 401, 400] }, { path: '/services/collector' }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'credentials-malformed': 24,
        'feature-unavailable': 14,
        'credentials-missing': 14,
        'scope-insufficient': 4,
      },
      says: 'the token goes as "Splunk …" and must be on for the index',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
    },
    {
      id: 'usual-rest',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:services|servicesNS)\/(?!collector)[^?]{1,80}/ }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-missing': 24, 'role-missing': 20, 'credentials-expired': 8 },
      says: 'the session key or password is wrong, or the role lacks the capability',
      source: 'https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing',
    },
  ],
};

export default vendor;
