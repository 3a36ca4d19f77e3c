// `--plan`: which experiments would be sent and why. Nothing is sent.
import {
  type Case,
  catalogue,
  type Exchange,
  type Imported,
  isRefusal,
  isSafeRequest,
  jsonText,
  judge,
  learnCredential,
  learnExchange,
  type Material,
  newVault,
  ranked,
  redactorOf,
  redactUrl,
  type SendOptions,
  type ShownLine,
  showAll,
  shownCurlLine,
  type Variation,
  type Vault,
  visible,
} from '@why403/core';
import type { Io } from '../command/io.ts';
import type { DiagnoseOptions } from './diagnose.ts';

/** One experiment that would be sent. */
interface Shown {
  readonly id: string;
  readonly changed: string;
  readonly asks: string;
  /** What it is expected to tell about the cause. */
  readonly bits: number;
  readonly requests: number;
  readonly waitSeconds: number;
  readonly request: string | null;
  /** Why the line is not given. */
  readonly withheld?: string;
}

/** The document of `--plan --json`. */
interface Plan {
  readonly schema: 'why403-plan/1';
  /** Whether the request itself would be sent first, to see the refusal; the experiments are then those of a bare 403. */
  readonly sendsFirst: boolean;
  readonly refused: boolean;
  readonly experiments: readonly Shown[];
  /** Experiments that need `--allow-writes`, and how many they are. */
  readonly needLeave: number;
  readonly maxRequests: number;
}

/** Prints the plan for each request. */
export function showPlan(items: readonly Imported[], options: DiagnoseOptions, json: boolean, io: Io): void {
  const plans = items.map((item) => planOf(item, options, io.vault));
  if (json) io.stdout.write(`${jsonText(plans.length === 1 ? plans[0] : plans, 2)}\n`);
  else
    io.stdout.write(
      plans.map((plan, i) => textOf(plan, items[i]!, io.stdout.columns ?? 80, options.showSecrets === true)).join('\n'),
    );
}

function planOf(item: Imported, options: DiagnoseOptions, known?: Vault): Plan {
  const sendsFirst = !item.exchange.response;
  // without an answer nothing separates the causes but what usually refuses: the experiments of a bare 403 stand for it
  const exchange: Exchange = sendsFirst
    ? { ...item.exchange, response: { status: 403, headers: [], body: { text: '' } } }
    : item.exchange;
  const judgement = judge(exchange, catalogue);
  const refused = isRefusal(judgement) || exchange.response?.status === 404;
  const posterior = judgement.ranked.map(({ cause, probability }) => ({ cause: cause.id, probability }));
  const material: Material = {
    send: item.send,
    credentials: options.as ?? [],
    seen: [],
    ...(options.working && { working: options.working }),
  };
  const variations = refused
    ? catalogue.experiments.flatMap((e) => e.vary(judgement.case, material, catalogue.causes))
    : [];
  const may = (request: Exchange['request']): boolean => options.allowWrites === true || isSafeRequest(request);
  const line = lineOf(judgement.case, item.send, options, known);
  const planned = ranked(posterior, variations);
  return {
    schema: 'why403-plan/1',
    sendsFirst,
    refused,
    experiments: planned
      .filter(({ variation }) => may(variation.request))
      .map(({ variation, bits }) => ({
        id: variation.experiment,
        changed: variation.changed,
        asks: catalogue.experiments.find((e) => e.id === variation.experiment)?.asks ?? '',
        bits: Number(bits.toFixed(3)),
        requests: 1 + (variation.prepare?.length ?? 0),
        waitSeconds: (variation.wait ?? 0) / 1000,
        ...line(variation),
      })),
    needLeave: planned.filter(({ variation }) => !may(variation.request)).length,
    maxRequests: options.maxRequests ?? 12,
  };
}

function lineOf(c: Case, send: SendOptions, options: DiagnoseOptions, known?: Vault): (one: Variation) => ShownLine {
  const redact = options.showSecrets ? showAll : redactorOf(vaultOf(c, options, known));
  return (one) => shownCurlLine(one.request, redact, one.send ?? send);
}

/** What the request, the other credentials and the working request hold. */
function vaultOf(c: Case, options: DiagnoseOptions, known?: Vault): Vault {
  const vault = newVault(known);
  for (const { header } of options.as ?? []) learnCredential(vault, header[1]);
  if (options.working) learnExchange(vault, options.working.exchange);
  learnExchange(vault, c.exchange, c.evidence);
  return vault;
}

function textOf(plan: Plan, { exchange }: Imported, width: number, show: boolean): string {
  const { method } = exchange.request;
  const url = show ? exchange.request.url : redactUrl(exchange.request.url, redactorOf(newVault()));
  const lines = [
    `${exchange.response?.status ?? '---'}  ${visible(method)} ${visible(url.split('?', 1)[0]!).slice(0, width - 12)}`,
    '',
  ];
  if (plan.sendsFirst)
    lines.push(
      'The request itself would be sent first, as it stands: what is asked then depends',
      'on the answer. If that is a bare 403, these would come, the one that tells most',
      'for its cost first:',
      '',
    );
  else if (!plan.refused) lines.push('This is not refused: nothing would be sent.', '');
  else lines.push('These would be asked, the one that tells most for its cost first:', '');
  for (const [i, e] of plan.experiments.entries()) {
    const cost = `${e.requests} request${e.requests > 1 ? 's' : ''}${e.waitSeconds ? `, ${e.waitSeconds} s` : ''}`;
    lines.push(
      `${String(i + 1).padStart(3)}  ${visible(e.changed)}`,
      `     ${e.bits.toFixed(2)} bits, ${cost}  ${e.id}`,
    );
  }
  if (plan.experiments.length)
    lines.push(
      '',
      `After each answer the rest is weighed anew; it ends when the cause is proven, when`,
      `nothing would tell more, or after ${plan.maxRequests} requests.`,
    );
  else if (plan.refused) lines.push('  nothing: no experiment would tell more.');
  if (plan.needLeave)
    lines.push(`${plan.needLeave} more would send a changed ${visible(method)}: --allow-writes allows that.`);
  return `${lines.join('\n')}\nNothing was sent.\n`;
}
