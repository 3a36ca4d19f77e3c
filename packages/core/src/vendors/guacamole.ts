import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'guacamole',
  name: 'Apache Guacamole',
  role: 'app',
  present: [{ body: '"translatableMessage":' }, { sent: 'guacamole-token' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ body: /"translatablemessage"/ }, { body: /"type" ?: ?"permission_denied"/ }],
      causes: { 'role-missing': 'proves', 'credentials-expired': 'hints' },
      says: 'the user lacks the permission, or the token of the session is gone',
      source:
        'https://github.com/apache/guacamole-client/blob/main/guacamole/src/main/java/org/apache/guacamole/rest/APIError.java',
    },
    {
      id: 'login',
      alone: true,
      when: [{ body: /"translatablemessage"/ }, { body: /"type" ?: ?"invalid_credentials"/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'user name or password is wrong',
      source:
        'https://github.com/apache/guacamole-client/blob/main/guacamole/src/main/java/org/apache/guacamole/rest/APIError.java',
    },
    {
      id: 'more',
      alone: true,
      when: [{ body: /"translatablemessage"/ }, { body: /"type" ?: ?"insufficient_credentials"/ }],
      causes: { 'step-up-required': 'proves', 'credentials-missing': 'hints' },
      says: 'something more is wanted, such as a one-time code; the answer lists the fields',
      source:
        'https://github.com/apache/guacamole-client/blob/main/guacamole/src/main/java/org/apache/guacamole/rest/APIError.java',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:guacamole\/)?api\/(?:tokens|session\/(?:data|tunnels|ext)|languages|patches|extensions)(?:[/?]|$)/,
        },
        { any: [{ path: /^\/(?:guacamole\/|api\/session\/)/ }, { sent: 'guacamole-token' }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-expired': 26,
        'role-missing': 16,
        'credentials-missing': 10,
        'rate-limited': 6,
      },
      says: 'the login is wrong or its token past its time',
      source: 'https://guacamole.apache.org/doc/gug/reverse-proxy.html',
    },
    {
      id: 'usual-tunnel',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:guacamole\/)?(?:websocket-tunnel|tunnel)(?:\?|$)/ }],
      causes: {},
      usual: { 'role-missing': 36, 'credentials-expired': 28, 'proxy-refused': 14, 'object-hidden': 8 },
      says: 'the user may not use the connection, or the token is past its time',
      source: 'https://guacamole.apache.org/doc/gug/reverse-proxy.html',
    },
  ],
};

export default vendor;
