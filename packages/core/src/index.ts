export { catalogue } from './catalogue.ts';
export { compareExchanges, compareRequests } from './difference/exchange-diff.ts';
export type { Difference, DifferenceKind } from './difference/header-diff.ts';
export { asksForAnother, meaningOf, weightOf } from './difference/meaning.ts';
export { type Control, type Proof, proofOf, unproved, wordsFor } from './difference/proof.ts';
export { routeOf, workingAmong } from './difference/same-route.ts';
export { type Answer, type Shrunk, shrink } from './difference/shrink.ts';
export { changesByItself, nameOf, type Sendable, type Unit, unitsOf } from './difference/units.ts';
export { claimsOfAnswer, nextQuestion, type PlannedQuestion } from './engine/ask.ts';
export type { Catalogue } from './engine/catalogue.ts';
export { compare, isAllowed, signatureOf } from './engine/compare.ts';
export { type Judgement, judge, type Ranked } from './engine/judge.ts';
export { overhear } from './engine/overhear.ts';
export { claimsOfOutcome, nextVariation, type Planned, ranked } from './engine/plan.ts';
export { isRefusal } from './engine/refusal.ts';
export { readCurlCommand, readCurlWords } from './import/curl.ts';
export { checkHttp, type HarFile, readScannedEntry } from './import/har.ts';
export { createHarScanner, REFUSAL_STATUSES, type ScannedEntry } from './import/har-scan.ts';
export { sayNotHttp, sayUnread } from './import/parts/passed-over.ts';
export { holdsVariables, readVariableFiles } from './import/parts/variable-file.ts';
export { UNKNOWN_URL } from './import/raw-http/read-message.ts';
export { withAnswerBeside } from './import/text/answer-beside.ts';
export { asWords, readAnyText } from './import/text/index.ts';
export { createSieve } from './import/text/sieve.ts';
export { importers } from './importers.ts';
export type { Case, Cause, ChecklistItem, Claim, Fix, Weight } from './model/cause.ts';
export { CAUSE_GROUPS, CAUSE_IDS, type CauseGroup, type CauseId, NO_REFUSAL, type Who } from './model/cause-id.ts';
export { type Change, claimsOfChanges, turnOf } from './model/change.ts';
export type {
  Diagnosis,
  Document,
  NotJudged,
  ToldCause,
  ToldEvidence,
  ToldExperiment,
  ToldFix,
} from './model/diagnosis.ts';
export { InputError, type InputErrorCode } from './model/errors.ts';
export type { Evidence, EvidenceSet, Facts, Kind, Role } from './model/evidence.ts';
export type { Body, Exchange, Header, Request, Response, Span, Transport } from './model/exchange.ts';
export type { Experiment, Material, Odds, Outcome, Turn, Variation } from './model/experiment.ts';
export { foldPath } from './model/fold-path.ts';
export { type Gap, type GapCode, gap, type Known, knownOf } from './model/gap.ts';
export { decodePercent, quoteOf } from './model/http.ts';
export type { Form, ImportContext, Imported, Importer, SendOptions, TlsSettings } from './model/importer.ts';
export { retryAfterSeconds } from './model/retry-after.ts';
export { isSafeRequest, passwordsOf } from './model/safe-request.ts';
export { piece, type ShellLine, ShellWordError, sh, shellWords, wordsOf } from './model/shell.ts';
export type { Tool, ToolFix } from './model/tool.ts';
export { UNSEEN } from './model/unseen.ts';
export { type Question, questions } from './questions/questions.ts';
export { htmlMessages } from './read/messages/html.ts';
export {
  commandLineCuts,
  documentRedactorOf,
  isReadable,
  isSecretName,
  learnCommandLine,
  learnCredential,
  learnExchange,
  learnSend,
  learnVariable,
  MASK,
  mask,
  newVault,
  type Redactor,
  recordedLearner,
  redactBody,
  redactConfig,
  redactCuts,
  redactFinding,
  redactHeaders,
  redactName,
  redactorFor,
  redactorOf,
  redactRequest,
  redactText,
  redactUrl,
  redactValue,
  showAll,
  type Vault,
  type View,
  viewOf,
} from './redact/index.ts';
export {
  type CurlLineOptions,
  curlLine,
  curlOptions,
  type ShownLine,
  secretOptions,
  shownCurlLine,
} from './report/curl-line.ts';
export { html, jsonText, markdownCode, markdownText, visible, visibleLines } from './report/escape.ts';
export { diffExchanges, diffText, type ExchangeDiff } from './report/exchange-diff.ts';
export { countOf, type Folded, foldEqual, type Group, groupByCause, toldGroups } from './report/fold.ts';
export {
  GUIDE_PARTS,
  type Guide,
  type GuideItem,
  type GuidePart,
  type GuideRow,
  type GuideStatus,
  guideOf,
  guideText,
} from './report/guide.ts';
export { type Beside, type FoundHop, type Hop, hopOf } from './report/hop.ts';
export { json } from './report/json.ts';
export { markdown } from './report/markdown.ts';
export { message, requestIds } from './report/message.ts';
export { itemOf, lineOf, originOfAll, overview, overviewMarkdown, type Part, partsOf } from './report/overview.ts';
export { page } from './report/page.ts';
export { certaintyOf, type TellOptions, tell } from './report/tell.ts';
export { type TerminalOptions, terminal } from './report/terminal.ts';
export { toolFixes } from './report/tool-fixes.ts';
export { QUESTIONS, WHO } from './report/words.ts';
export { tools } from './tools.ts';
