import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mashery',
  name: 'Mashery (Boomi Cloud API Management)',
  role: 'gateway',
  present: [
    { header: 'x-mashery-error-code' },
    { header: 'x-mashery-responder' },
    { header: 'server', is: 'mashery proxy' },
  ],
  refusals: [
    {
      id: 'inactive',
      alone: true,
      when: [{ header: 'x-mashery-error-code', is: 'ERR_403_DEVELOPER_INACTIVE' }],
      causes: { 'credentials-invalid': 'suggests', 'policy-denied': 'hints', 'feature-unavailable': 'hints' },
      says: 'the key is not (or no longer) active for this API',
      source: 'https://github.com/hotelbeds-sdk/hotel-api-sdk-php/issues/137',
    },
    {
      id: 'over-limit',
      alone: true,
      when: [{ header: 'x-mashery-error-code', is: 'ERR_403_DEVELOPER_OVER_' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the key is over its calls a second or a day, told as 403',
      source: 'https://github.com/gettyimages/gettyimages-api_dotnet/pull/23',
    },
  ],
};

export default vendor;
