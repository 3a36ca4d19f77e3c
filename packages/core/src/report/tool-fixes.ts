// What the user of a tool does about a refusal, in the tool's own commands.
import type { Judgement } from '../engine/judge.ts';
import type { ToldFix } from '../model/diagnosis.ts';
import type { Tool, ToolFix } from '../model/tool.ts';
import { certaintyOf } from './tell.ts';

/** More are not told beside those of the cause itself. */
const MOST = 2;

/** Fixes of a tool for the most probable cause, as `tell` takes them: what is sure is fixed, what is not is looked into. */
export function toolFixes(tool: Tool | undefined, judgement: Judgement): Readonly<Record<string, readonly ToldFix[]>> {
  const top = judgement.ranked[0];
  if (!tool?.fixes || !top) return {};
  const { id, group } = top.cause;
  const known = certaintyOf(judgement) === 'unknown' ? [] : [...(tool.fixes[id] ?? []), ...(tool.fixes[group] ?? [])];
  const chosen: readonly ToolFix[] = known.length > 0 ? known : (tool.fixes.any ?? []);
  const { exchange } = judgement.case;
  return {
    [id]: chosen.slice(0, MOST).map(({ who, text, commands }) => ({
      who: who ?? 'caller',
      text,
      request: null,
      commands: typeof commands === 'function' ? commands(exchange) : (commands ?? null),
      verified: null,
    })),
  };
}
