import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'open-webui',
  name: 'Open WebUI',
  role: 'app',
  present: [
    {
      text: /your session has expired or the token is invalid\. please sign in again|you do not have permission to access this resource\. please contact your administrator/,
    },
  ],
  refusals: [
    {
      id: 'prohibited',
      alone: true,
      when: [
        {
          text: 'You do not have permission to access this resource. Please contact your administrator for assistance.',
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the user's role or group has no access to this model or resource",
      source: 'https://github.com/open-webui/open-webui/blob/main/backend/open_webui/constants.py',
    },
    {
      id: 'session',
      alone: true,
      when: [{ text: 'Your session has expired or the token is invalid. Please sign in again.' }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the session is past its time or the token wrong',
      source: 'https://github.com/open-webui/open-webui/blob/main/backend/open_webui/constants.py',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:api\/v1\/(?:auths|chats|models|knowledge|files|retrieval|functions|tools|configs)\/?|ollama\/api\/|openai\/(?:v1\/)?(?:models|chat)|ws\/socket\.io)/,
        },
        {
          any: [
            { path: /^\/(?:api\/v1\/(?:auths|chats|knowledge|retrieval)|ollama\/|openai\/|ws\/socket)/ },
            { port: [3000, 8080] },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 32,
        'credentials-invalid': 26,
        'credentials-expired': 16,
        'feature-unavailable': 12,
        'role-missing': 8,
      },
      says: 'the key or session is missing, or API keys are off in the settings',
      source: 'https://docs.openwebui.com/reference/api-endpoints/',
    },
  ],
};

export default vendor;
