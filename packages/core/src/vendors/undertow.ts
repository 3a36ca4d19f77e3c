import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'undertow',
  name: 'Undertow / WildFly',
  role: 'web-server',
  present: [
    { header: 'server', is: /wildfly|undertow|jboss-eap/i },
    { header: 'x-powered-by', is: 'undertow' },
    { body: '<html><head><title>Error</title></head><body>Forbidden</body></html>' },
    { body: '<html><head><title>Error</title></head><body>403 - Forbidden</body></html>' },
  ],
  refusals: [
    {
      id: 'bare',
      when: [
        { status: 403 },
        {
          any: [
            { body: '<title>Error</title></head><body>Forbidden</body>' },
            { body: '<title>Error</title></head><body>403 - Forbidden</body>' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'ip-refused': 'hints', 'server-rule': 'hints', 'tls-required': 'hints' },
      says: 'the servlet container refused: the user lacks the role of the security constraint, or a predicate handler forbids the path',
      source:
        'https://github.com/undertow-io/undertow/blob/main/servlet/src/main/java/io/undertow/servlet/spec/HttpServletResponseImpl.java',
    },
    {
      id: 'usual-management',
      alone: true,
      when: [{ status: [401, 403] }, { port: [9990, 9993] }, { path: /^\/(?:management|console)(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-invalid': 24,
        'origin-rejected': 18,
        'role-missing': 10,
        'ip-refused': 8,
      },
      says: 'the management interface asks for a management user by digest, and refuses a foreign Origin',
      source: 'https://docs.wildfly.org/30/Admin_Guide.html',
    },
  ],
};

export default vendor;
