export { CAUSE_GROUPS, CAUSE_IDS, type CauseGroup, type CauseId, type Who } from './model/cause-id.ts';
export type { Body, Exchange, Header, Request, Response, Span, Transport } from './model/exchange.ts';
