import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sonarqube',
  name: 'SonarQube / SonarCloud',
  role: 'app',
  present: [{ header: 'sonar-version' }, { host: 'sonarcloud.io' }, { text: /sonar/ }],
  refusals: [
    {
      id: 'privileges',
      when: [
        {
          any: [
            { text: 'Insufficient privileges' },
            {
              text: "You're not authorized to analyze this project or the project doesn't exist on SonarQube and you're not authorized to create it",
            },
            { text: "You're not authorized to run analysis" },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: "the token's user lacks Browse, Execute Analysis or an administration permission",
      source: 'https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api/',
    },
    {
      id: 'analysis',
      alone: true,
      when: [
        {
          any: [
            { text: "You're not authorized to run analysis" },
            { text: /you're not authorized to (?:analyze this project|run analysis)/ },
          ],
        },
        { not: { header: 'sonar-version' } },
      ],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'hints' },
      says: "the token's user lacks Execute Analysis, or the project does not exist",
      source: 'https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api/',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:sonar(?:qube)?\/)?api\/(?:issues|measures|projects|qualitygates|ce|components|settings|user_tokens|webhooks|system|permissions|project_branches|hotspots|rules|batch|v2)(?:\/[a-z_]{1,40})?(?:\?|$|\/)/,
        },
        { not: { sent: 'authorization' } },
        { not: { path: /^\/api\/projects(?:\/\d|\?|$)/ } },
        { any: [{ path: /^\/sonar/ }, { port: 9000 }, { header: 'sonar-version' }] },
      ],
      causes: {},
      usual: { 'credentials-missing': 66, 'role-missing': 8, 'credentials-invalid': 5 },
      says: 'a token is asked for',
      source: 'https://docs.sonarsource.com/sonarqube-server/extension-guide/web-api/',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:sonar(?:qube)?\/)?api\/(?:issues|measures|projects|qualitygates|ce|components|settings|user_tokens|webhooks|system|permissions|project_branches|hotspots|rules|batch|v2)(?:\/[a-z_]{1,40})?(?:\?|$|\/)/,
        },
        { sent: 'authorization' },
        { any: [{ path: /^\/sonar/ }, { port: 9000 }, { header: 'sonar-version' }] },
      ],
      causes: {},
      usual: {
        'role-missing': 36,
        'credentials-invalid': 34,
        'credentials-malformed': 14,
        'scope-insufficient': 6,
        'credentials-expired': 4,
      },
      says: 'the token goes as user name of Basic with no password; a token of a project cannot do the rest',
      source: 'https://docs.sonarsource.com/sonarqube-server/extension-guide/web-api/',
    },
  ],
};

export default vendor;
