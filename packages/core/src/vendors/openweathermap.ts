import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openweathermap',
  name: 'OpenWeather',
  role: 'api',
  present: [{ host: 'openweathermap.org' }, { text: 'openweathermap.org' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid API key. Please see' },
            { text: 'Please note that using One Call 3.0 requires a separate subscription' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'OpenWeather: the key is wrong, not active yet (it takes hours), or its plan lacks this call',
      source: 'https://openweathermap.org/faq#error401',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'openweathermap.org' }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'feature-unavailable': 28,
        'credentials-missing': 14,
        'credentials-malformed': 6,
        'policy-denied': 4,
      },
      says: 'mostly a key that is not active yet (hours), or an endpoint outside the plan',
      source: 'https://openweathermap.org/faq#error401',
    },
  ],
};

export default vendor;
