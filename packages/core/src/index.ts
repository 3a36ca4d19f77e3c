export { CAUSE_GROUPS, CAUSE_IDS, type CauseGroup, type CauseId, type Who } from './model/cause-id.ts';
export { InputError, type InputErrorCode } from './model/errors.ts';
export type { Body, Exchange, Header, Request, Response, Span, Transport } from './model/exchange.ts';
export type { ImportContext, Imported, Importer, SendOptions } from './model/importer.ts';
