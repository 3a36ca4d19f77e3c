import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cherrypy',
  name: 'CherryPy',
  role: 'framework',
  present: [{ header: 'server', is: /^cherrypy/i }, { text: /powered by cherrypy/ }],
  refusals: [
    {
      id: 'error-page',
      when: [{ status: 403 }, { text: /powered by cherrypy/ }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: "a CherryPy application refused; the page's paragraph is the application's own reason",
      source: 'https://docs.cherrypy.dev/en/latest/pkg/cherrypy._cperror.html',
    },
  ],
};

export default vendor;
