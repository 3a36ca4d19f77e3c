import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dash',
  name: 'Dash',
  role: 'framework',
  present: [],
  refusals: [
    {
      id: 'usual-callback',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:[^?]{1,80}\/)?_dash-(?:update-component|layout|dependencies|component-suites)/ },
      ],
      causes: {},
      usual: { 'credentials-expired': 36, 'csrf-missing': 20, 'credentials-missing': 20, 'proxy-refused': 10 },
      says: 'the session of the login around the app is past its time, or CSRF protection of Flask covers the callbacks',
      source: 'https://dash.plotly.com/authentication',
    },
  ],
};

export default vendor;
