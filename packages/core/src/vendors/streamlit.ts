import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'streamlit',
  name: 'Streamlit',
  role: 'framework',
  present: [{ path: /^\/[^?]{0,100}_stcore\// }, { cookie: /^_?streamlit/ }],
  refusals: [
    {
      id: 'usual-upload',
      alone: true,
      when: [
        { status: [403, 400] },
        { method: ['PUT', 'POST', 'DELETE'] },
        { path: /^\/[^?]{0,100}_stcore\/upload_file/ },
      ],
      causes: {},
      usual: {
        'csrf-missing': 46,
        'origin-rejected': 14,
        'content-rejected': 12,
        'proxy-refused': 8,
        'feature-unavailable': 4,
      },
      says: 'XSRF protection finds no cookie: another host, a frame or a proxy; many turn enableXsrfProtection off',
      source: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
    },
    {
      id: 'usual-stream',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'GET' },
        { path: /^\/[^?]{0,100}_stcore\/(?:stream|health|host-config|message)/ },
      ],
      causes: {},
      usual: { 'origin-rejected': 50, 'proxy-refused': 20, 'credentials-expired': 8, 'credentials-missing': 8 },
      says: 'the Origin of the socket is not the address that the server knows, as behind a proxy',
      source: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
    },
  ],
};

export default vendor;
