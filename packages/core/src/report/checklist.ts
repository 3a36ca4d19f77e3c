import type { Judgement, Ranked } from '../engine/judge.ts';
import { credentialsOf, csrfTokens, nothingSent, roles } from '../model/case.ts';
import type { ChecklistItem } from '../model/cause.ts';
import type { ChecklistAnswer } from '../model/diagnosis.ts';

const ITEMS: readonly ChecklistItem[] = [
  'authenticated',
  'permission',
  'csrf',
  'ip',
  'scopes',
  'file-permissions',
  'feature-flag',
];
// Checks that a server usually makes before others: what was passed when the refusal stands further on.
const ORDER: readonly ChecklistItem[] = [
  'ip',
  'csrf',
  'authenticated',
  'scopes',
  'permission',
  'feature-flag',
  'file-permissions',
];

/** The guide's seven questions, answered from the evidence, each with its reason. */
export function checklist(judgement: Judgement, found: Ranked | undefined, sure: boolean): readonly ChecklistAnswer[] {
  const faulty = found?.cause.checklist;
  return ITEMS.map((item) => {
    if (faulty === item && found) return { item, answer: 'problem', because: found.cause.summary(judgement.case) };
    return (
      applies(item, judgement) ??
      passed(item, judgement, faulty, sure) ?? { item, answer: 'unknown', because: openQuestion(item, judgement) }
    );
  });
}

function applies(item: ChecklistItem, { case: c }: Judgement): ChecklistAnswer | undefined {
  const no = (because: string): ChecklistAnswer => ({ item, answer: 'not-applicable', because });
  if (item === 'csrf' && c.safe) return no(`${c.method} changes nothing, so no CSRF token is asked for`);
  if (item === 'csrf' && credentialsOf(c).some(({ fact }) => fact.kind === 'bearer' || fact.kind === 'sigv4'))
    return no('the credential is a token and no cookie, so CSRF checks do not concern it');
  if (item === 'scopes' && nothingSent(c)) return no('no token was sent that could have scopes');
  if (item === 'file-permissions' && roles(c, 'api', 'storage', 'identity', 'database').length)
    return no(
      `${roles(c, 'api', 'storage', 'identity', 'database')[0]!.fact.name} does not serve files from a disk of yours`,
    );
  return undefined;
}

function passed(
  item: ChecklistItem,
  { case: c, ranked }: Judgement,
  faulty: ChecklistItem | undefined,
  sure: boolean,
): ChecklistAnswer | undefined {
  const share = ranked
    .filter(({ cause }) => cause.checklist === item)
    .reduce((sum, { probability }) => sum + probability, 0);
  if (
    item === 'authenticated' &&
    sure &&
    (faulty === 'permission' || faulty === 'scopes' || faulty === 'feature-flag') &&
    share < 0.15
  )
    return { item, answer: 'ok', because: 'the server knows who calls: it refuses for what the caller may do' };
  if (item === 'csrf' && csrfTokens(c).length && share < 0.05)
    return { item, answer: 'ok', because: 'a token was sent, and nothing says that it is wrong' };
  if (sure && faulty && share < 0.05 && ORDER.indexOf(item) < ORDER.indexOf(faulty))
    return { item, answer: 'ok', because: 'the refusal stands behind this check' };
  return undefined;
}

function openQuestion(item: ChecklistItem, { case: c }: Judgement): string {
  switch (item) {
    case 'authenticated':
      return credentialsOf(c).length
        ? 'send the same request without the credential: another answer says that it was read'
        : 'the material does not show whether credentials were sent';
    case 'permission':
      return 'send the same request with a stronger credential: --as "admin=Authorization: Bearer …"';
    case 'csrf':
      return 'load the page and send its token: if that passes, this was it';
    case 'ip':
      return 'try from another network, or ask which addresses are allowed';
    case 'scopes':
      return 'compare the token’s scopes with what the documentation of this operation asks for';
    case 'file-permissions':
      return 'on the server: why403 --server walks the path as the worker’s user';
    case 'feature-flag':
      return 'try with another account, or ask whether the feature is on for this one';
  }
}
