import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'gradle',
  name: 'Gradle',
  commands: ['gradle', 'gradlew', './gradlew'],
  shows: [
    /^\* What went wrong:$/,
    /^> (?:Failed to publish|Could not resolve|Could not (?:GET|PUT|HEAD)|Task )/,
    /Received status code \d{3} from server: /,
  ],
  before: [/^\s{0,20}> /],
  own: [
    /^(?:\* (?:What went wrong|Try|Exception is):?|Execution failed for task|Failed to publish publication|A problem occurred|Could not (?:resolve|determine|find|download) |BUILD FAILED|Run with --|Get more help)/,
  ],
  lines: [
    /Could not (?<method>GET|PUT|HEAD|POST|DELETE) '(?<url>https?:[^']{1,4000})'\. Received status code (?<status>\d{3}) from server:? ?(?<reason>.{0,200})$/,
  ],
  fixes: {
    authentication: [
      { text: 'Give the repository its credentials { } in the build, from ~/.gradle/gradle.properties' },
    ],
    any: [{ text: 'Show the exchange: --info, or -Dorg.gradle.internal.http.logging=true' }],
  },
};

export default tool;
