/** `<Limit>` and `<LimitExcept>`: directives that hold for some methods only. */
import type { Edit } from '../shared/config-edit.ts';
import type { Step } from './request.ts';
import type { Directive } from './types.ts';

export interface Limited {
  readonly directive: Directive;
  /** The sections around it that limit the methods, the outermost first. */
  readonly limits: readonly Directive[];
}

/** The directives of a fragment with `<Limit>` blocks opened up. */
export function openLimits(directives: readonly Directive[]): readonly Limited[] {
  const known = opened.get(directives);
  if (known) return known;
  const list = open(directives, []);
  opened.set(directives, list);
  return list;
}

const opened = new WeakMap<readonly Directive[], readonly Limited[]>();

function open(directives: readonly Directive[], limits: readonly Directive[]): readonly Limited[] {
  return directives.flatMap((directive) =>
    directive.children && (directive.name === 'limit' || directive.name === 'limitexcept')
      ? open(directive.children, [...limits, directive])
      : [{ directive, limits }],
  );
}

/** HEAD goes with GET in Apache's method lists. */
const asListed = (method: string): string => (method === 'HEAD' ? 'GET' : method);

/** Does a directive within these blocks hold for the request's method? Each block is a question of the trial. */
export function limitHolds(limits: readonly Directive[], step: Step): boolean {
  return limits.every((section) => {
    const methods = section.args.map((method) => asListed(method.toUpperCase()));
    const listed = methods.includes(asListed(step.request.method));
    const except = section.name === 'limitexcept';
    return step.trial.leaf({
      key: `limit:${section.file}:${section.line}`,
      about: 'method',
      value: except ? !listed : listed,
      known: true,
      place: section,
      asks: () => `the method ${step.request.method} is ${except ? 'not ' : ''}among ${section.args.join(', ')}`,
      amend: () => [amendLimit(section, step.request.method, except, listed)],
    });
  });
}

function amendLimit(section: Directive, method: string, except: boolean, listed: boolean): readonly Edit[] {
  const indent = '';
  if (except !== listed) {
    const args = except
      ? [...section.args, method]
      : section.args.filter((word) => asListed(word.toUpperCase()) !== asListed(method));
    if (args.length)
      return [
        {
          op: 'replace',
          file: section.file,
          line: section.line,
          text: `${indent}<${except ? 'LimitExcept' : 'Limit'} ${args.join(' ')}>`,
        },
      ];
  }
  return section.endLine ? [{ op: 'delete', file: section.file, line: section.line, to: section.endLine }] : [];
}
