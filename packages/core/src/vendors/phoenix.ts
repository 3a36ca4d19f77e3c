import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'phoenix',
  name: 'Phoenix / Plug',
  role: 'framework',
  present: [{ text: /plug\.csrfprotection|invalid csrf \(cross site request forgery\) token/ }],
  refusals: [
    {
      id: 'invalid-csrf-token',
      alone: true,
      when: [
        {
          any: [
            { text: 'invalid CSRF (Cross Site Request Forgery) token' },
            { text: 'Plug.CSRFProtection.InvalidCSRFTokenError' },
          ],
        },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the _csrf_token field or x-csrf-token header is absent or not that of the session',
      source: 'https://github.com/elixir-plug/plug/blob/main/lib/plug/csrf_protection.ex',
    },
    {
      id: 'cross-origin-script',
      alone: true,
      when: [
        {
          any: [
            { text: 'Plug.CSRFProtection.InvalidCrossOriginRequestError' },
            { text: /plug\.csrfprotection.{0,40}cross-?origin/ },
          ],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'JavaScript was asked for by a cross-origin GET',
      source: 'https://github.com/elixir-plug/plug/blob/main/lib/plug/csrf_protection.ex',
    },
    {
      id: 'check-origin',
      alone: true,
      when: [{ text: /could not check origin for phoenix\.socket transport/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "the socket's Origin is not among check_origin",
      source: 'https://github.com/phoenixframework/phoenix/blob/main/lib/phoenix/socket/transport.ex',
    },
  ],
};

export default vendor;
