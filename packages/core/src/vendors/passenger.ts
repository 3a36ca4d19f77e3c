import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'passenger',
  name: 'Phusion Passenger',
  role: 'web-server',
  present: [
    { header: 'server', is: 'phusion_passenger' },
    { header: 'x-powered-by', is: 'phusion' },
  ],
  refusals: [
    {
      id: 'bare-directory',
      when: [
        { status: 403 },
        { header: 'x-powered-by', is: 'phusion' },
        { any: [{ body: '<center>nginx' }, { text: /you don.t have permission to access/ }] },
      ],
      causes: { 'directory-listing': 'suggests', 'file-permissions': 'hints' },
      says: 'Passenger did not recognise an application here, so the web server tried to list the directory',
      fix: {
        who: 'server-admin',
        text: "point the root at the application's public directory and look at the Passenger log",
      },
      source: 'https://www.phusionpassenger.com/docs/advanced_guides/troubleshooting/nginx/node/',
    },
  ],
};

export default vendor;
