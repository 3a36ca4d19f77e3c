export { SendError, type SendErrorCode } from './error.ts';
export { DEFAULT_MAX_BODY_BYTES, DEFAULT_TIMEOUT, type SendLimits, send } from './send.ts';
export { originOf } from './target.ts';
