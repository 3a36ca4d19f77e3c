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
  ],
};

export default vendor;
