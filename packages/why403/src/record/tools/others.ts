import { byOption, optionIn, type RecordedTool, WHY } from './tool.ts';

export const ruby: RecordedTool = {
  id: 'ruby',
  commands: ['ruby', 'gem', 'bundle', 'bundler', 'rake', 'rails', 'pod', 'fastlane', 'brew'],
  authority: 'SSL_CERT_FILE',
  unrecorded: {
    where: 'loopback',
    why: 'Ruby never uses a proxy for a host on this machine.',
    instead: 'Call the host by a name that is not localhost, or paste what the program prints with the answer.',
  },
};

export const php: RecordedTool = {
  id: 'php',
  commands: ['php', 'composer', 'artisan', 'phpunit'],
  authority: 'SSL_CERT_FILE',
};

export const perl: RecordedTool = {
  id: 'perl',
  commands: ['perl', 'cpan', 'cpanm', 'lwp-request', 'GET', 'POST', 'HEAD'],
  authority: 'PERL_LWP_SSL_CA_FILE',
  look: ({ env }) =>
    env['PERL_LWP_SSL_VERIFY_HOSTNAME'] === '0' ? byOption('PERL_LWP_SSL_VERIFY_HOSTNAME=0', WHY.insecure) : {},
};

export const cargo: RecordedTool = {
  id: 'cargo',
  commands: ['cargo', 'rustup'],
  authority: 'CARGO_HTTP_CAINFO',
  showsCertificates: true,
};

export const java: RecordedTool = {
  id: 'java',
  // a list of its own, which is about the same
  authority: 'system',
  commands: [
    'java',
    'mvn',
    'mvnw',
    'gradle',
    'gradlew',
    'sbt',
    'ant',
    'kotlin',
    'kotlinc',
    'scala',
    'jshell',
    'javaws',
  ],
  look: ({ words, env }) => {
    const all = [...words, ...(env['JAVA_TOOL_OPTIONS'] ?? '').split(/\s+/), ...(env['MAVEN_OPTS'] ?? '').split(/\s+/)];
    const has = (name: string): string | undefined =>
      all.find((word) => word.startsWith(`-D${name}=`))?.split('=', 1)[0];
    const past = has('https.proxyHost') ?? has('http.proxyHost');
    return {
      ...byOption(has('javax.net.ssl.trustStore'), WHY.authority),
      ...byOption(has('javax.net.ssl.keyStore'), WHY.certificate),
      ...byOption(optionIn(words, ['-Dmaven.wagon.http.ssl.insecure']), WHY.insecure),
      ...(past && {
        past: `${past} goes before the recorder. Give the proxy as a variable, https_proxy, in place of it.`,
      }),
    };
  },
};
