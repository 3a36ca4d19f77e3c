import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'earthdata',
  name: 'NASA Earthdata Login',
  role: 'identity',
  present: [
    { host: 'gesdisc.eosdis.nasa.gov' },
    { host: 'e4ftl01.cr.usgs.gov' },
    { host: 'n5eil01u.ecs.nsidc.org' },
    { host: 'earthdata.nasa.gov' },
    { body: 'urs.earthdata.nasa.gov' },
  ],
  refusals: [
    {
      id: 'eula',
      alone: true,
      when: [{ text: 'eula acceptance failure' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account has not accepted the licence of this application',
      fix: { who: 'caller', text: 'open the resolution_url of the answer and approve the application' },
      source: 'https://github.com/asfadmin/thin-egress-app',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        {
          any: [
            { host: 'earthdata.nasa.gov' },
            { host: 'gesdisc.eosdis.nasa.gov' },
            { host: 'e4ftl01.cr.usgs.gov' },
            { host: 'n5eil01u.ecs.nsidc.org' },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 36,
        'credentials-invalid': 28,
        'credentials-expired': 14,
        'policy-denied': 10,
        'credentials-malformed': 4,
      },
      says: 'mostly no login reached the server after the redirect (netrc, cookies), or a token past its time',
      source: 'https://urs.earthdata.nasa.gov/documentation/for_users',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'earthdata.nasa.gov' },
            { host: 'gesdisc.eosdis.nasa.gov' },
            { host: 'e4ftl01.cr.usgs.gov' },
            { host: 'n5eil01u.ecs.nsidc.org' },
          ],
        },
      ],
      causes: {},
      usual: {
        'policy-denied': 40,
        'role-missing': 16,
        'credentials-missing': 14,
        'object-hidden': 8,
        'rate-limited': 6,
      },
      says: "mostly the data centre's application or its terms were not approved in the profile",
      source: 'https://urs.earthdata.nasa.gov/documentation/for_users',
    },
  ],
};

export default vendor;
