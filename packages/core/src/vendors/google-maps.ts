import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-maps',
  name: 'Google Maps Platform',
  role: 'api',
  present: [
    { host: 'maps.googleapis.com' },
    { host: /^(places|routes|addressvalidation)\.googleapis\.com$/ },
    { text: 'google maps platform' },
  ],
  refusals: [
    {
      id: 'api-not-enabled',
      alone: true,
      when: [
        {
          text: /this api project is not authorized to use this api|you're calling a legacy api, which is not enabled for your project/,
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the Maps API is not enabled in the project of the key',
      source: 'https://developers.google.com/maps/documentation/geocoding/requests-geocoding#StatusCodes',
    },
    {
      id: 'key-api-restricted',
      alone: true,
      when: [{ text: 'this api key is not authorized to use this service or api' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key is restricted to other APIs',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: 'the provided api key is invalid' }, { text: /\brequest_denied\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no such API key',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'you must use an api key to authenticate each request to google maps platform apis' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the call carries no API key',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'referer-key',
      alone: true,
      when: [{ text: /api keys with referer restrictions cannot be used with this api|referernotallowedmaperror/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the key is restricted to web pages, and this API is for servers',
      fix: { who: 'api-owner', text: 'use another key, restricted by address, for web services' },
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: 'this ip, site or mobile application is not authorized to use this api key' }],
      causes: { 'ip-refused': 'proves', 'origin-rejected': 'hints' },
      says: 'the key is restricted to other addresses, pages or apps',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'billing',
      alone: true,
      when: [{ text: 'you must enable billing on the google cloud project' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the project has no billing account',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ text: /\b(over_query_limit|over_daily_limit)\b/ }],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the quota of the project is used up',
      source: 'https://developers.google.com/maps/faq',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: "provided 'signature' is not valid" }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the digital signature of the URL does not fit the key',
      source: 'https://developers.google.com/maps/documentation/maps-static/digital-signature',
    },
    {
      id: 'usual',
      when: [
        { status: 403 },
        { any: [{ host: 'maps.googleapis.com' }, { host: /^(places|routes|addressvalidation)\.googleapis\.com$/ }] },
      ],
      causes: {},
      usual: {
        'origin-rejected': 34,
        'feature-unavailable': 28,
        'credentials-invalid': 14,
        'ip-refused': 10,
        'policy-denied': 8,
      },
      says: "mostly the key's restrictions, an API that is not enabled, or no billing",
      source: 'https://developers.google.com/maps/documentation/javascript/error-messages',
    },
  ],
};

export default vendor;
