export { SendError, type SendErrorCode } from './error.ts';
export { proxyFromEnvironment } from './proxy.ts';
export { isCredentialHeader } from './redirect.ts';
export {
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_MAX_REDIRECTS,
  DEFAULT_TIMEOUT,
  type SendLimits,
  type SendReason,
  send,
} from './send.ts';
export {
  BudgetError,
  type BudgetErrorCode,
  createSender,
  isSafeRequest,
  retryAfter,
  type Sender,
  type SenderSettings,
} from './sender.ts';
export { originOf } from './target.ts';
