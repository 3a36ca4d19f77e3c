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
  ],
};

export default vendor;
