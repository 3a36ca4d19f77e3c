import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-waf',
  name: 'AWS WAF',
  role: 'waf',
  present: [
    { header: 'x-amzn-waf-action' },
    { cookie: 'aws-waf-token' },
    { body: 'awswaf.com' },
    { body: 'AwsWafIntegration' },
  ],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [{ header: 'x-amzn-waf-action', is: /challenge|captcha/ }],
      causes: { 'client-refused': 'proves' },
      says: 'the web ACL wants a silent challenge or a CAPTCHA solved first',
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html',
    },
    {
      id: 'token-domain',
      when: [{ status: 403 }, { cookie: 'aws-waf-token' }, { not: { header: 'x-amzn-waf-action' } }],
      causes: {
        'content-rejected': 'suggests',
        'client-refused': 'hints',
        'rate-limited': 'hints',
        'ip-refused': 'hints',
      },
      says: 'a rule of the web ACL refused this request; the answer does not say which',
      source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-tokens.html',
    },
  ],
};

export default vendor;
