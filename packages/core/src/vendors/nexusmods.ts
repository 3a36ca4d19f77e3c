import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nexusmods',
  name: 'Nexus Mods',
  role: 'api',
  present: [{ host: 'nexusmods.com' }, { host: 'nexus-cdn.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.nexusmods.com' }],
      causes: {},
      usual: { 'feature-unavailable': 62, 'credentials-invalid': 10, 'role-missing': 6 },
      says: 'mostly the download list is for Premium accounts',
      source: 'https://app.swaggerhub.com/apis-docs/NexusMods/nexus-mods_public_api_params_in_form_data/1.0',
    },
    {
      id: 'usual-403-www',
      when: [{ status: 403 }, { host: 'www.nexusmods.com' }],
      causes: {},
      usual: { 'client-refused': 64, 'ip-refused': 10, 'credentials-missing': 10 },
      says: 'the bot wall',
      source: 'https://app.swaggerhub.com/apis-docs/NexusMods/nexus-mods_public_api_params_in_form_data/1.0',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.nexusmods.com' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 30 },
      says: 'mostly a wrong or missing apikey',
      source: 'https://app.swaggerhub.com/apis-docs/NexusMods/nexus-mods_public_api_params_in_form_data/1.0',
    },
  ],
};

export default vendor;
