import path from 'node:path';
import { byOption, optionIn, type RecordedTool, WHY } from './tool.ts';

const LOOPBACK = {
  where: 'loopback',
  why: 'Programs in Go never use a proxy for a host on this machine.',
} as const;

export const go: RecordedTool = {
  id: 'go',
  commands: [
    'go',
    'gh',
    'terraform',
    'tofu',
    'helm',
    'rclone',
    'restic',
    'hugo',
    'vault',
    'consul',
    'nomad',
    'packer',
    'cosign',
    'oras',
    'crane',
    'skopeo',
    'buildah',
    'podman',
    'k6',
    'hey',
    'flyctl',
    'doctl',
  ],
  authority: 'SSL_CERT_FILE',
  unrecorded: {
    ...LOOPBACK,
    instead: 'Turn its own trace on and paste it: GH_DEBUG=api, TF_LOG=DEBUG, --debug or -v, as the program has it.',
  },
};

export const kubectl: RecordedTool = {
  id: 'kubectl',
  commands: ['kubectl', 'oc', 'k9s'],
  authority: 'SSL_CERT_FILE',
  look({ words, env, read, cwd }) {
    const named = words.flatMap((word, i) =>
      words[i - 1] === '--kubeconfig' ? [word] : word.startsWith('--kubeconfig=') ? [word.slice(13)] : [],
    );
    const files =
      named.length > 0
        ? named
        : (env['KUBECONFIG'] ?? path.join(env['HOME'] ?? '/', '.kube/config')).split(path.delimiter);
    const config = files.map((file) => read(path.resolve(cwd, file))).join('\n');
    const line = (name: string): boolean => new RegExp(`^[ \\t-]*${name}:[ \\t]*[^ \\t\\n]`, 'm').test(config);
    return {
      ...(line('certificate-authority(?:-data)?') &&
        byOption('certificate-authority in the kubeconfig', WHY.authority)),
      ...(line('insecure-skip-tls-verify') && byOption('insecure-skip-tls-verify in the kubeconfig', WHY.insecure)),
      ...(line('client-certificate(?:-data)?') && byOption('client-certificate in the kubeconfig', WHY.certificate)),
      ...byOption(optionIn(words, ['--certificate-authority']), WHY.authority),
      ...byOption(optionIn(words, ['--client-certificate']), WHY.certificate),
      ...byOption(optionIn(words, ['--insecure-skip-tls-verify']), WHY.insecure),
    };
  },
  unrecorded: { ...LOOPBACK, instead: 'Paste what `kubectl -v=8 …` prints: kubectl -v=8 … 2>&1 | why403' },
};

export const docker: RecordedTool = {
  id: 'docker',
  commands: ['docker', 'docker-compose', 'nerdctl'],
  unrecorded: {
    where: 'anywhere',
    why: 'Images are fetched by the daemon, not by this command.',
    instead: 'Paste the error: docker … 2>&1 | why403',
  },
};
