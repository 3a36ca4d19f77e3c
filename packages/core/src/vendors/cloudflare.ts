import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudflare',
  name: 'Cloudflare',
  role: 'cdn',
  present: [
    { header: 'cf-ray' },
    { header: 'server', is: /^cloudflare/i },
    { header: 'cf-mitigated' },
    { cookie: '__cf_bm' },
    { cookie: 'cf_clearance' },
    { text: /cloudflare ray id|performance & security by cloudflare|attention required! \| cloudflare/ },
  ],
  refusals: [
    {
      id: 'direct-ip',
      alone: true,
      when: [
        {
          text: /error code:? ?1003\b|\berror 1003 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1003\b/,
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the site was called by an address of Cloudflare instead of its name',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1003/',
    },
    {
      id: 'host-not-served',
      alone: true,
      when: [
        {
          text: /error code:? ?1004\b|\berror 1004 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1004\b/,
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the host is not set up to pass through Cloudflare',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1004/',
    },
    {
      id: 'asn-banned',
      alone: true,
      when: [
        {
          text: /error code:? ?1005\b|\berror 1005 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1005\b/,
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the site owner bans this network',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1005/',
    },
    {
      id: 'ip-banned',
      alone: true,
      when: [
        {
          text: /error code:? ?(1006|1007|1008|1106)\b|\berror (1006|1007|1008|1106) (ray id|access denied|you are being)|cloudflare[^.]{0,40} error (1006|1007|1008|1106)\b/,
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the site owner bans this address',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1006/',
    },
    {
      id: 'country-banned',
      alone: true,
      when: [
        {
          text: /error code:? ?1009\b|\berror 1009 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1009\b/,
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the site owner bans this country or region',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1009/',
    },
    {
      id: 'browser-banned',
      alone: true,
      when: [
        {
          text: /error code:? ?1010\b|\berror 1010 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1010\b/,
        },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'the Browser Integrity Check refuses this User-Agent or fingerprint',
      fix: {
        who: 'caller',
        text: 'send a plain, truthful User-Agent of your own instead of the default of the library',
      },
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1010/',
    },
    {
      id: 'hotlink',
      alone: true,
      when: [
        {
          text: /error code:? ?1011\b|\berror 1011 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1011\b/,
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'hot-link protection refuses this Referer',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1011/',
    },
    {
      id: 'malicious',
      alone: true,
      when: [
        {
          text: /error code:? ?1012\b|\berror 1012 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1012\b/,
        },
      ],
      causes: { 'client-refused': 'suggests', 'ip-refused': 'suggests' },
      says: 'the site owner bans the client for malicious activity seen',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1012/',
    },
    {
      id: 'host-mismatch',
      alone: true,
      when: [
        {
          text: /error code:? ?1013\b|\berror 1013 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1013\b/,
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'Host header and TLS server name differ',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1013/',
    },
    {
      id: 'cross-user',
      alone: true,
      when: [
        {
          text: /error code:? ?1014\b|\berror 1014 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1014\b/,
        },
      ],
      causes: { 'policy-denied': 'proves', 'host-rejected': 'hints' },
      says: 'the name points by CNAME into another Cloudflare account',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1014/',
    },
    {
      id: 'rate-limited',
      alone: true,
      when: [
        {
          text: /error code:? ?1015\b|\berror 1015 |the owner of this website \([^)]{1,120}\) has banned you temporarily/,
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate-limiting rule of the site is reached',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
    },
    {
      id: 'firewall-rule',
      alone: true,
      when: [
        {
          text: /error code:? ?1020\b|\berror 1020 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1020\b/,
        },
      ],
      causes: {
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
        'rate-limited': 'hints',
        'server-rule': 'hints',
      },
      says: 'a firewall rule of the site owner refuses this; the answer does not say which',
      fix: { who: 'caller', text: 'ask the site owner to look the Ray ID up in the security events' },
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1020/',
    },
    {
      id: 'worker-limit',
      alone: true,
      when: [
        {
          text: /error code:? ?1027\b|\berror 1027 (ray id|access denied|you are being)|cloudflare[^.]{0,40} error 1027\b/,
        },
      ],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the Worker has used up its daily requests',
      source:
        'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1027/',
    },
    {
      id: 'challenge',
      alone: true,
      when: [
        {
          any: [
            { header: 'cf-mitigated', is: 'challenge' },
            { body: 'window._cf_chl_opt' },
            { body: '/cdn-cgi/challenge-platform/h/' },
          ],
        },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'Cloudflare wants a browser to solve a challenge',
      fix: { who: 'api-owner', text: 'let machines past by a skip rule for these paths, or offer them an API host' },
      source:
        'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    },
    {
      id: 'captcha-page',
      alone: true,
      when: [
        { text: /attention required! \| cloudflare/ },
        { text: /complete the security check to access|why do i have to complete a captcha/ },
      ],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'Cloudflare wants a CAPTCHA solved',
      source: 'https://developers.cloudflare.com/cloudflare-challenges/',
    },
    {
      id: 'blocked-page',
      alone: true,
      when: [
        { text: /sorry, you have been blocked|the action you just performed triggered the security solution/ },
        { text: /cloudflare ray id|\| cloudflare|blocked|cloudflare/ },
      ],
      causes: {
        'content-rejected': 'suggests',
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'server-rule': 'hints',
      },
      says: 'a rule of the web application firewall refused this request',
      fix: { who: 'caller', text: 'ask the site owner to look the Ray ID up in the security events' },
      source: 'https://developers.cloudflare.com/waf/troubleshooting/faq/',
    },
    {
      id: 'restricted',
      alone: true,
      when: [{ text: 'used cloudflare to restrict access' }, { not: { text: /error (code: ?)?1[0-9]{3}\b/ } }],
      causes: {
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
        'rate-limited': 'hints',
        'server-rule': 'hints',
      },
      says: 'the site owner restricts access with a rule; the answer does not say which',
      source: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { body: /<center>cloudflare<\/center>/ }],
      causes: { 'client-refused': 'hints', 'ip-refused': 'hints', 'content-rejected': 'hints', 'server-rule': 'hints' },
      says: 'Cloudflare itself refused, without a reason',
      source: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/4xx-client-error/error-403/',
    },
  ],
};

export default vendor;
