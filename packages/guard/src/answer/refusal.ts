import type { Answer } from '../model.ts';
import type { Problem } from './problem.ts';

/** Headers that describe the body of the answer that was not sent. */
const OF_BODY = new Set(['content-type', 'content-length', 'content-security-policy']);

/**
 * A refusal as an error: what `demand` throws, and what an application's own error handler gets. It says what the
 * caller may hear and no more, so that a handler may show all of it.
 */
export class GuardRefusal extends Error {
  readonly status: number;
  /** The same, as other frameworks call it. */
  readonly statusCode: number;
  /** Frameworks may show the message. */
  readonly expose = true;
  readonly problem: Problem;
  /** Headers that belong to the refusal: challenges, `Retry-After`, `Cache-Control`. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** For GraphQL: what stands beside the message of an error. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(answer: Answer, problem: Problem) {
    super(problem.title);
    this.name = 'GuardRefusal';
    // Development pages print stacks; where the refusal was made is no news.
    this.stack = `GuardRefusal: ${problem.title}`;
    this.status = answer.status;
    this.statusCode = answer.status;
    this.problem = problem;
    const headers: Record<string, string | string[]> = {};
    for (const [name, value] of answer.headers) {
      if (!OF_BODY.has(name)) headers[name] = name in headers ? [headers[name]!, value].flat() : value;
    }
    this.headers = headers;
    const code = (problem.cause ?? `http-${answer.status}`).replaceAll('-', '_').toUpperCase();
    this.extensions = { code, ...problem, http: { status: answer.status } };
  }
}
