import type { Judgement, Ranked } from '../engine/judge.ts';
import { credentialsOf, csrfTokens, nothingSent } from '../model/case.ts';
import type { ChecklistItem } from '../model/cause.ts';
import type { ChecklistAnswer } from '../model/diagnosis.ts';
import type { Role } from '../model/evidence.ts';

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

// Products that do not serve files from a disk of the user's.
const NO_FILES: ReadonlySet<Role> = new Set(['api', 'storage', 'identity', 'database', 'source-host']);

/** The guide's seven questions, answered from the evidence, each with its reason. */
export function checklist(judgement: Judgement, found: Ranked | undefined, sure: boolean): readonly ChecklistAnswer[] {
  const faulty = found?.cause.checklist;
  return ITEMS.map((item) => {
    // what is only the likeliest of several is no finding yet: its question stays open
    if (faulty === item && found && sure)
      return { item, answer: 'problem', because: found.cause.summary(judgement.case) };
    return (
      applies(item, judgement) ??
      passed(item, judgement, faulty, sure) ?? { item, answer: 'unknown', because: openQuestion(item, judgement) }
    );
  });
}

function applies(item: ChecklistItem, judgement: Judgement): ChecklistAnswer | undefined {
  const { case: c } = judgement;
  const no = (because: string): ChecklistAnswer => ({ item, answer: 'not-applicable', because });
  if (item === 'csrf' && c.safe && c.method !== 'request')
    return no(`${c.method} changes nothing: no token is asked for`);
  if (item === 'csrf' && credentialsOf(c).some(({ fact }) => fact.kind === 'bearer' || fact.kind === 'sigv4'))
    return no('the credential is a token: CSRF does not apply');
  if (item === 'scopes' && nothingSent(c)) return no('no token was sent that could have scopes');
  const service = judgement.products.find(({ fact }) => NO_FILES.has(fact.role));
  if (item === 'file-permissions' && service) return no(`${service.fact.name} serves no files of yours`);
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
    return credentialsOf(c).length
      ? { item, answer: 'ok', because: 'the caller is known: refused for what it may do' }
      : undefined;
  if (item === 'csrf' && csrfTokens(c).length && share < 0.05)
    return { item, answer: 'ok', because: 'a token was sent, nothing says that it is wrong' };
  // a check of something that was not seen may have been passed, or not been made at all
  if (c.headersKnown && sure && faulty && share < 0.05 && ORDER.indexOf(item) < ORDER.indexOf(faulty))
    return { item, answer: 'ok', because: 'the refusal stands behind this check' };
  return undefined;
}

function openQuestion(item: ChecklistItem, { case: c }: Judgement): string {
  switch (item) {
    case 'authenticated':
      return credentialsOf(c).length
        ? 'does the answer change without the credential?'
        : c.headersKnown
          ? 'no credentials were sent'
          : 'not shown whether credentials were sent';
    case 'permission':
      return 'try a stronger credential: --as "name=Header: …"';
    case 'csrf':
      return 'load the page and send its token';
    case 'ip':
      return 'try another network; ask which ones are allowed';
    case 'scopes':
      return "compare the token's scopes with the operation's";
    case 'file-permissions':
      return 'on the server: why403 --server walks the path';
    case 'feature-flag':
      return 'try another account, or ask whether it is on';
  }
}
