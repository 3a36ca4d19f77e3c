import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'phpbb',
  name: 'phpBB and other forums',
  role: 'cms',
  present: [{ cookie: /^phpbb3_/ }, { cookie: /^(?:xf_|bb_|mybb|smf|vb)(?:session|user|_csrf|\[|cookie)/ }],
  refusals: [
    {
      id: 'usual-topic',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?(?:viewtopic|viewforum|showthread|forumdisplay|memberlist|ucp)\.php/ },
      ],
      causes: {},
      usual: {
        'role-missing': 30,
        'client-refused': 26,
        'credentials-missing': 16,
        'ip-refused': 12,
        'rate-limited': 6,
        'content-rejected': 4,
      },
      says: 'the board is for members, or the protection against bots refuses',
      source: 'https://www.phpbb.com/support/docs/en/3.3/ug/adminguide/permissions_options/',
    },
    {
      id: 'usual-post',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,60}\/)?(?:posting|newreply|newthread|ucp)\.php/ },
      ],
      causes: {},
      usual: {
        'content-rejected': 44,
        'ip-refused': 12,
        'csrf-invalid': 12,
        'client-refused': 12,
        'role-missing': 6,
        'credentials-expired': 4,
      },
      says: 'a firewall reads the text of the post and refuses it',
      source: 'https://www.phpbb.com/support/docs/en/3.3/ug/adminguide/permissions_options/',
    },
    {
      id: 'usual-attachment',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?(?:attachment|download\/file)\.php/ },
      ],
      causes: {},
      usual: {
        'role-missing': 38,
        'credentials-missing': 24,
        'origin-rejected': 14,
        'client-refused': 10,
        'object-hidden': 4,
      },
      says: 'attachments are for members, and not to be embedded elsewhere',
      source: 'https://www.phpbb.com/support/docs/en/3.3/ug/adminguide/permissions_options/',
    },
  ],
};

export default vendor;
