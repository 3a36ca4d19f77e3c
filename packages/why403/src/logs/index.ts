export { type FollowOptions, follow } from './follow.ts';
export { renderHtml } from './html.ts';
export type { CauseGroup, Refusal, Row, Triage, TriageOptions } from './model.ts';
export { type CommandIo, runLogs } from './run.ts';
export { renderText } from './text.ts';
export { DEFAULT_STATUSES, triage } from './triage.ts';
