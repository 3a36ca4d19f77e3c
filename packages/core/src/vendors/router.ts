import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'router',
  name: "A router's web interface",
  role: 'app',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:goform\/|cgi-bin\/webproc|userRpm\/|HNAP1|cgi\?\d|apply\.cgi|adv_|Main_Login\.asp|start_apply\.htm|appGet\.cgi|currentsetting\.htm|soap\/server_sa|webpages\/|boaform\/|stok=|cgi-bin\/luci\/;stok=|setup\.cgi|RST_)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'credentials-expired': 26,
        'origin-rejected': 14,
        'credentials-missing': 14,
        'ip-refused': 8,
      },
      says: 'one login at a time, a Referer of the router itself, and no access from outside',
      source: 'https://openwrt.org/docs/guide-user/luci/luci.secure',
    },
  ],
};

export default vendor;
