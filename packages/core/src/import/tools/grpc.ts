import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'grpc',
  name: 'gRPC',
  commands: ['grpcurl'],
  inside: true,
  shows: [
    /\brpc error: code = /,
    /\bgrpc(?:\._channel\.|\.)?_?(?:InactiveRpcError|RpcError|MultiThreadedRendezvous)\b|\bio\.grpc\.Status\w{0,20}Exception\b/,
    /\bStatusCode\.(?:PERMISSION_DENIED|UNAUTHENTICATED)\b/,
    /^ERROR:$|^ {2}Code: (?:PermissionDenied|Unauthenticated)$/,
    /\b(?:7 PERMISSION_DENIED|16 UNAUTHENTICATED): /,
    /RpcException: Status\(StatusCode="/,
  ],
  own: [/^\s{0,9}(?:debug_error_string = |status = StatusCode\.OK)/],
  lines: [
    { is: /rpc error: code = PermissionDenied desc = (?<words>.{1,4000})$/, status: 403 },
    { is: /rpc error: code = Unauthenticated desc = (?<words>.{1,4000})$/, status: 401 },
    { is: /\b7 PERMISSION_DENIED: (?<words>.{1,4000})$/, status: 403 },
    { is: /\b16 UNAUTHENTICATED: (?<words>.{1,4000})$/, status: 401 },
    { is: /StatusRuntimeException: PERMISSION_DENIED(?:: (?<words>.{1,4000}))?$/, status: 403 },
    { is: /StatusRuntimeException: UNAUTHENTICATED(?:: (?<words>.{1,4000}))?$/, status: 401 },
    { is: /^\s{0,9}status = StatusCode\.PERMISSION_DENIED/, status: 403 },
    { is: /^\s{0,9}status = StatusCode\.UNAUTHENTICATED/, status: 401 },
    { is: /StatusCode="PermissionDenied", Detail="(?<words>[^"]{0,4000})"/, status: 403 },
    { is: /StatusCode="Unauthenticated", Detail="(?<words>[^"]{0,4000})"/, status: 401 },
    { is: /^ {2}Code: PermissionDenied$/, status: 403 },
    { is: /^ {2}Code: Unauthenticated$/, status: 401 },
    /^\s{0,9}details = "(?<words>.{0,4000})"$/,
    /^ {2}Message: (?<words>.{1,4000})$/,
  ],
  always: { method: 'POST' },
  fixes: {
    authentication: [
      {
        text: 'Send the token as metadata: grpcurl -H "authorization: Bearer …"; over plaintext most clients leave call credentials out',
      },
    ],
    any: [{ text: 'Show the metadata and trailers: grpcurl -v' }],
  },
};

export default tool;
