import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'perimeterx',
  name: 'HUMAN (PerimeterX)',
  role: 'waf',
  present: [
    { cookie: /^_?px(3|hd|vid|cts|mvid|2|de)?$/ },
    { body: 'px-captcha' },
    { body: 'perimeterx.net' },
    { body: 'px-cloud.net' },
    { body: '"jsclientsrc"' },
    { header: 'x-px-authorization' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /access to this page has been denied because we believe you are using automation tools/ },
            { body: 'px-captcha' },
            { body: /"appid": ?"px[a-z0-9]{6,12}"/ },
            { text: /press & hold to confirm you are/ },
          ],
        },
      ],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'the bot protection takes the client for an automaton',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/perimeterx.py',
    },
  ],
};

export default vendor;
