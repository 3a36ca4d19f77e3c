import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ollama',
  name: 'Ollama',
  role: 'api',
  present: [{ host: 'ollama.com' }, { path: /^\/api\/(?:generate|chat|tags|show|pull|embed|embeddings)(?:\?|$)/ }],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [
        { status: 403 },
        { sent: 'origin' },
        { not: { text: /[a-z]{3}/ } },
        { header: 'content-length', is: /^0$/i },
        {
          path: /^\/(?:api\/(?:generate|chat|tags|show|pull|embed|embeddings)|v1\/(?:chat\/completions|completions|embeddings|models))(?:\?|$)/,
        },
      ],
      causes: { 'origin-rejected': 'suggests' },
      says: 'Ollama answers 403 without a body to an Origin that is not in OLLAMA_ORIGINS',
      fix: { who: 'server-admin', text: 'add the origin to OLLAMA_ORIGINS, for example chrome-extension://*' },
      source: 'https://github.com/ollama/ollama/blob/main/docs/faq.mdx',
    },
    {
      id: 'host-header',
      when: [
        { status: 403 },
        { not: { sent: 'origin' } },
        { not: { text: /[a-z]{3}/ } },
        { path: /^\/api\/(?:generate|chat|tags|show|pull|embed|embeddings)(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'host-rejected': 60, 'origin-rejected': 15, 'proxy-refused': 8, 'ip-refused': 5 },
      says: 'Ollama bound to the loopback address refuses a Host that is neither local nor its own',
      fix: { who: 'server-admin', text: 'set OLLAMA_HOST=0.0.0.0, or let the proxy send Host: localhost:11434' },
      source: 'https://github.com/ollama/ollama/blob/main/server/routes.go',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'ollama.com' }],
      causes: {},
      usual: {
        'credentials-missing': 40,
        'credentials-invalid': 32,
        'feature-unavailable': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly the machine is not signed in, or the key is missing',
      source: 'https://docs.ollama.com/cloud',
    },
    {
      id: 'usual-origin',
      alone: true,
      when: [{ status: 403 }, { port: 11434 }, { sent: 'origin' }],
      causes: {},
      usual: { 'origin-rejected': 74, 'host-rejected': 6, 'proxy-refused': 5 },
      says: 'OLLAMA_ORIGINS lacks the origin of the page or extension',
      source: 'https://docs.ollama.com/faq',
    },
  ],
};

export default vendor;
