import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rabbitmq',
  name: 'RabbitMQ',
  role: 'app',
  present: [{ header: 'server', is: 'Cowboy' }, { text: /management access denied|access_refused|rabbitmq/ }],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /\bnot (?:management|administrator|monitor(?:ing)?|policymaker) user/ }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the user has no management tag, or name and password are wrong',
      source: 'https://www.rabbitmq.com/docs/management#permissions',
    },
    {
      id: 'login-failed',
      when: [{ any: [{ code: 'not_authorised' }, { code: 'not_authorized' }] }, { text: /\blogin failed\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://www.rabbitmq.com/docs/management#permissions',
    },
    {
      id: 'guest-localhost',
      alone: true,
      when: [
        {
          any: [
            { text: 'User can only log in via localhost' },
            { text: /user '?guest'? can only connect via localhost/ },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the user guest may log in from the machine itself only',
      fix: { who: 'server-admin', text: 'make another user, or set loopback_users = none' },
      source: 'https://www.rabbitmq.com/docs/access-control#loopback-users',
    },
    {
      id: 'access-refused',
      alone: true,
      when: [{ text: /access_refused - / }],
      causes: { 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the user lacks the permission on this vhost or resource, or the login failed',
      source: 'https://www.rabbitmq.com/docs/access-control',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:rabbitmq\/)?api\/(?:overview|queues|exchanges|bindings|vhosts|connections|channels|consumers|nodes|aliveness-test|permissions|definitions|policies|whoami)(?:[/?]|$)/,
        },
        { not: { sent: 'authorization' } },
        {
          any: [
            { port: [15672, 15671] },
            { path: /^\/rabbitmq\// },
            { path: /^\/api\/(?:exchanges|bindings|vhosts|aliveness-test|queues\/%2f)(?:[/?]|$)/i },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 72, 'credentials-invalid': 6 },
      says: 'the management API asks for a user',
      source: 'https://www.rabbitmq.com/docs/management#permissions',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:rabbitmq\/)?api\/(?:overview|queues|exchanges|bindings|vhosts|connections|channels|consumers|nodes|aliveness-test|permissions|definitions|policies|whoami)(?:[/?]|$)/,
        },
        { sent: 'authorization' },
        {
          any: [
            { port: [15672, 15671] },
            { path: /^\/rabbitmq\// },
            { path: /^\/api\/(?:exchanges|bindings|vhosts|aliveness-test|queues\/%2f)(?:[/?]|$)/i },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 38, 'role-missing': 36, 'ip-refused': 16 },
      says: 'the user lacks the tag management, or guest comes from another machine',
      source: 'https://www.rabbitmq.com/docs/management#permissions',
    },
  ],
};

export default vendor;
