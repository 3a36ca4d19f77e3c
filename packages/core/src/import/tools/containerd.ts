import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { REGISTRY_LINES } from '../parts/registry-lines.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'containerd',
  name: 'containerd',
  commands: ['ctr', 'crictl', 'nerdctl'],
  shows: [
    /^(?:ctr: |FATA\[\d{4}\] )failed to (?:resolve|pull|authorize|copy|push)/,
    /failed to pull and unpack image \\?"/,
    /Failed to pull image "/,
    /"PullImage from image service failed"/,
    /\bErr(?:or: Err)?Image(?:Pull|NeverPull)\b|\bImagePullBackOff\b/,
  ],
  before: [/^(?:ctr: |FATA\[\d{4}\] )/],
  own: [/\bImagePullBackOff\b|^.{0,120}Error: ErrImagePull$|^.{0,80}Back-off pulling image /],
  lines: REGISTRY_LINES,
  fixes: {
    authentication: [
      {
        text: 'In Kubernetes, give the pod the registry’s login: kubectl create secret docker-registry, named under imagePullSecrets',
      },
      { text: 'On the node itself', commands: (exchange) => [sh`nerdctl login ${hostOf(exchange)}`] },
    ],
    'object-hidden': [
      {
        text: 'Check the image’s name and tag; for a private one, give the pod the registry’s login under imagePullSecrets',
        commands: [sh`kubectl get serviceaccount default -o yaml`],
      },
    ],
    'rate-limited': [{ text: 'Pull with a login, through imagePullSecrets, or from a mirror' }],
    any: [
      {
        text: 'Pull it on the node with a login of your own: crictl pull --creds USER:TOKEN IMAGE',
        commands: [sh`kubectl get events --field-selector reason=Failed`],
      },
    ],
  },
};

export default tool;
