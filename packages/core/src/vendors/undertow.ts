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
  ],
};

export default vendor;
