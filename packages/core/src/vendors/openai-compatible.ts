import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openai-compatible',
  name: 'Servers with the API of OpenAI',
  role: 'app',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/v1\/(?:chat\/completions|completions|embeddings|models|responses|audio\/)/ },
        { not: { sent: 'authorization' } },
        { not: { any: [{ sent: 'api-key' }, { sent: 'x-api-key' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 78, 'credentials-malformed': 6, 'credentials-expired': 2 },
      says: 'the server was started with a key: it goes as Bearer',
      source: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/v1\/(?:chat\/completions|completions|embeddings|models|responses|audio\/)/ },
        { sent: 'authorization', is: /^bearer /i },
        { not: { host: /(?:openai|anthropic|mistral|groq|deepseek|openrouter|together|x)\.(?:com|ai|xyz)$/ } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'credentials-malformed': 10,
        'role-missing': 8,
        'proxy-refused': 8,
        'credentials-expired': 6,
        'ip-refused': 4,
      },
      says: 'the key is not the one that the server or the gateway before it was given',
      source: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
    },
  ],
};

export default vendor;
