import type { Cause, ChecklistItem, GuidePlace } from '../model/cause.ts';
import { CAUSE_IDS, type CauseId } from '../model/cause-id.ts';
import { QUESTIONS } from './words.ts';

/** One thing that the guide tells: text, the causes that it is about, and the commands that answer it. */
export interface GuideItem {
  readonly title: string;
  readonly text: string;
  readonly causes: readonly CauseId[];
  readonly commands: readonly string[];
  /** Code or an answer to look at, as lines. */
  readonly sample?: readonly string[];
}

export interface GuideRow {
  readonly symptom: string;
  readonly cause: string;
  readonly fix: string;
  readonly causes: readonly CauseId[];
}

export interface GuideStatus {
  readonly status: string;
  readonly says: string;
  readonly mends: string;
}

/** The guide to debugging a 403, as data; `guideText` makes text of it. */
export interface Guide {
  readonly opening: string;
  readonly confirm: GuideItem;
  readonly table: { readonly intro: string; readonly rows: readonly GuideRow[]; readonly test: GuideItem };
  readonly causes: readonly GuideItem[];
  readonly checklist: readonly (GuideItem & { readonly item: ChecklistItem })[];
  readonly statuses: readonly GuideStatus[];
  readonly questions: readonly GuideItem[];
}

/** Which causes the guide names where, as they say it of themselves. */
interface Named {
  /** Their ids at a place, in the order of the ids. */
  at(place: GuidePlace): readonly CauseId[];
  /** The commands that lead from there to what they say of themselves. */
  explain(place: GuidePlace): readonly string[];
  /** Those that stand at a line of the checklist. */
  check(item: ChecklistItem): readonly CauseId[];
}

function namedBy(causes: readonly Cause[]): Named {
  const ordered = CAUSE_IDS.flatMap((id) => causes.filter((cause) => cause.id === id));
  const ids = (is: (cause: Cause) => boolean): readonly CauseId[] => ordered.filter(is).map(({ id }) => id);
  return {
    at: (place) => ids(({ guide }) => guide?.[place] !== undefined),
    explain: (place) => ids(({ guide }) => guide?.[place] === 'explained').map((id) => `why403 explain ${id}`),
    check: (item) => ids(({ guide, checklist }) => guide?.check !== undefined && checklist === item),
  };
}

/** The guide in our own words, of these causes. */
export function guideOf(causes: readonly Cause[]): Guide {
  const named = namedBy(causes);
  return {
    opening: OPENING,
    confirm: confirmOf(named),
    table: tableOf(named),
    causes: usualCauses(named),
    checklist: checklistOf(named),
    statuses: STATUSES,
    questions: questionsOf(named),
  };
}

const OPENING =
  'By the book, 403 says: the server knows who calls, and will not do this for them. Logging in again changes nothing then; a right does. Many servers use the number more freely, for a missing token, a rate limit or a form without its token, so first find out which refusal it is.';

function confirmOf(named: Named): GuideItem {
  return {
    title: 'Make sure that it is a 403',
    text: 'Open the browser’s developer tools, the Network tab, pick the request that fails and read its status and its body: the body often names the reason. "Save all as HAR" or "Copy as cURL" there gives what why403 reads. A redirect to a login page, or an error inside a 200, is a refusal too.',
    causes: named.at('confirm'),
    commands: ['why403 session.har', 'why403 curl …', 'curl -i https://… | why403'],
    sample: ['HTTP/1.1 403 Forbidden', '', '{"error": "forbidden", "message": "Admin access required"}'],
  };
}

function tableOf(named: Named): Guide['table'] {
  return {
    intro: 'Is it about who you are (authentication) or about what you may do (authorization)?',
    rows: [
      {
        symptom: 'no token was sent',
        cause: 'the credentials are missing',
        fix: 'send it: Authorization: Bearer <token>',
        causes: named.at('row-absent'),
      },
      {
        symptom: 'the token has expired',
        cause: 'token or session past its time',
        fix: 'refresh it, or log in again',
        causes: named.at('row-past'),
      },
      {
        symptom: 'wrong scope in the token',
        cause: 'it was not given this permission',
        fix: 'ask for a token with that scope',
        causes: named.at('row-scope'),
      },
      {
        symptom: 'right token, still 403',
        cause: 'the user may not do this',
        fix: 'have the role granted, or the object shared',
        causes: named.at('row-rights'),
      },
    ],
    test: {
      title: 'The quick test',
      text: 'Send the same request with an administrator’s token. If it passes, the credentials were fine and a role or permission is missing. why403 does that, and repeats it before it believes it.',
      causes: named.at('quick-test'),
      commands: ["why403 --as 'admin=Authorization: Bearer …' curl …"],
    },
  };
}

function usualCauses(named: Named): readonly GuideItem[] {
  return [
    {
      title: 'A role is missing, or does not suffice',
      text: 'The one met most. The caller is known, and no role of theirs holds this permission, or the object belongs to someone else. On the server it is a check like this one:',
      causes: named.at('role'),
      commands: ["why403 --as 'admin=Authorization: Bearer …' curl …", ...named.explain('role')],
      sample: [
        "app.delete('/api/posts/:id', requireLogin, (req, res) => {",
        '  const post = posts.get(req.params.id);',
        "  const allowed = req.user.role === 'admin' || post.author === req.user.id;",
        "  if (!allowed) return res.status(403).json({ error: 'role_missing' });",
        '  posts.remove(post);',
        '  res.sendStatus(204);',
        '});',
      ],
    },
    {
      title: 'The CSRF token is missing or does not match',
      text: 'Forms and calls that change something carry a token that only the site’s own pages know. It has to come with the request, and to belong to the same session: a page that stood open over a new login holds an old one.',
      causes: named.at('form-token'),
      commands: ['why403 --allow-writes curl -X POST …', ...named.explain('form-token')],
    },
    {
      title: 'The address is not allowed, or a rate limit was reached',
      text: 'Some services answer listed addresses only, and some tell "too many requests" with 403 in place of 429. Ask the provider which address they saw; for a limit, look for Retry-After and wait.',
      causes: named.at('address'),
      commands: ['why403 curl …', ...named.explain('address')],
    },
    {
      title: 'The server may not read the file',
      text: 'nginx or Apache runs as a user of its own. That user has to be able to read the file, and to pass every directory above it. See the whole path first, then grant no more than the part that is missing.',
      causes: named.at('file'),
      commands: ['why403 --server https://host/file.txt', ...named.explain('file')],
      sample: [
        'namei -l /var/www/html/file.txt           # mode and owner of each part',
        'chmod 644 /var/www/html/file.txt          # the file: everyone may read it',
        'chown www-data: /var/www/html/file.txt    # or: give it to the worker',
        'chmod o+x /var/www/html                   # a directory: it may be passed',
      ],
    },
    {
      title: 'The API key or token lacks a scope',
      text: 'A token with read:users cannot do what wants delete:users, whoever holds it. The answer often names the scope that is wanted. On the server it is a check like this one:',
      causes: named.at('scope'),
      commands: ['why403 curl …', ...named.explain('scope')],
      sample: [
        'const requireScope = (scope) => (req, res, next) =>',
        '  req.token.scopes.includes(scope)',
        '    ? next()',
        "    : res.status(403).json({ error: 'insufficient_scope', wants: scope });",
      ],
    },
  ];
}

function checklistOf({ check }: Named): Guide['checklist'] {
  const line = (item: ChecklistItem, text: string, ...commands: readonly string[]): Guide['checklist'][number] => ({
    item,
    title: QUESTIONS[item],
    text,
    causes: check(item),
    commands,
  });
  return [
    line('authenticated', 'If not, the right number would be 401.', 'why403 curl …'),
    line(
      'permission',
      'The same request with a stronger account tells.',
      "why403 --as 'admin=Authorization: Bearer …' curl …",
    ),
    line(
      'csrf',
      'It concerns requests that change something and come with cookies.',
      'why403 --allow-writes curl -X POST …',
    ),
    line(
      'ip',
      'The address that counts is the one that the server sees: behind a proxy or VPN, another one than yours.',
      'why403 curl …',
    ),
    line('scopes', 'Scopes of a token that exists do not grow: ask for a new one.', 'why403 curl …'),
    line('file-permissions', 'Of the file, and of every directory above it.', 'why403 --server https://host/file.txt'),
    line(
      'feature-flag',
      'A flag, a plan or a quota may hide it from this user alone.',
      "why403 --as 'other=Authorization: Bearer …' curl …",
    ),
  ];
}

/** What the statuses mean: RFC 9110 sections 15.5.2, 15.5.4 and 15.5.5. */
const STATUSES: readonly GuideStatus[] = [
  {
    status: '401',
    says: 'the server does not know who calls: nothing was sent, or it was not accepted',
    mends: 'logging in, a fresh or a right token',
  },
  {
    status: '403',
    says: 'the server knows who calls, and refuses this',
    mends: 'a role, a scope, a rule on the server; not logging in again',
  },
  {
    status: '404',
    says: 'there is no such thing, or its being there is hidden from this caller',
    mends: 'the right name, or the right to see it',
  },
];

function questionsOf(named: Named): readonly GuideItem[] {
  return [
    {
      title: 'What is the difference between 401 and 403?',
      text: '401: the server does not know who you are, so credentials are missing or were not accepted. 403: it does, and you lack the permission. Logging in mends the first and never the second. Servers mix them up, which is why why403 names the cause and says when the number lies.',
      causes: named.at('ask-401-or-403'),
      commands: ['why403 curl …', ...named.explain('ask-401-or-403')],
    },
    {
      title: 'Should a server answer 403 or 404 to those who may not see something?',
      text: '403 admits that it exists. 404 hides it, and has to be the very answer that an absent thing gets, in words, headers and time, or it hides nothing. For admin pages and for the objects of other customers 404 is often the safer one; for things that everyone knows of, 403 with a reason spares everybody a search.',
      causes: named.at('ask-403-or-404'),
      commands: [...named.explain('ask-403-or-404'), 'why403 lint https://…'],
    },
    {
      title: 'Why do I get a 403 on a file upload or a form?',
      text: 'Most often the CSRF token: missing, from an older session, or lost because the form is sent by a script or as multipart. Look whether the form has the token’s field, and whether the cookies of that very session go with it. After that: a request filter that dislikes the content.',
      causes: named.at('ask-upload'),
      commands: ['why403 --allow-writes curl -F file=@photo.jpg https://…', ...named.explain('ask-upload')],
    },
  ];
}

export const GUIDE_PARTS = ['1', '2', '3', '4', 'steps', 'table', 'causes', 'checklist', 'statuses', 'faq'] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

/** The guide as text of 80 columns; one part of it where `part` is given. */
export function guideText(causes: readonly Cause[], part?: GuidePart): string {
  const guide = guideOf(causes);
  const blocks: Readonly<Record<'1' | '2' | '3' | '4' | 'statuses' | 'faq', () => string[]>> = {
    '1': () => ['STEP 1  Is it really a 403?', '', ...item(guide.confirm)],
    '2': () => ['STEP 2  Authentication or authorization?', '', ...table(guide)],
    '3': () => ['STEP 3  The usual causes', '', ...join(guide.causes.map(item))],
    '4': () => ['STEP 4  The checklist', '', ...checks(guide)],
    statuses: () => ['401, 403 OR 404', '', ...statuses(guide)],
    faq: () => ['QUESTIONS', '', ...join(guide.questions.map(item))],
  };
  const all = Object.keys(blocks) as (keyof typeof blocks)[];
  const wanted: readonly (keyof typeof blocks)[] =
    part === undefined
      ? all
      : part === 'steps'
        ? ['1', '2', '3', '4']
        : part === 'table'
          ? ['2']
          : part === 'causes'
            ? ['3']
            : part === 'checklist'
              ? ['4']
              : part === 'faq'
                ? ['statuses', 'faq']
                : [part];
  const opening = part === undefined || part === 'steps' ? [...wrap(guide.opening, 0), ''] : [];
  return `${[...opening, ...join(wanted.map((id) => blocks[id]()))].join('\n')}\n`;
}

function item({ title, text, causes, commands, sample }: GuideItem): string[] {
  return [
    title,
    ...wrap(text, 2),
    ...(sample ? ['', ...sample.map((line) => (line ? `    ${line}` : '')), ''] : []),
    ...wrap(`causes: ${causes.join(', ')}`, 2),
    ...commands.map((command) => `  $ ${command}`),
  ];
}

function table(guide: Guide): string[] {
  const columns = [26, 24, 28] as const;
  const row = (cells: readonly [readonly string[], readonly string[], readonly string[]]): string[] =>
    Array.from({ length: Math.max(...cells.map((lines) => lines.length)) }, (_, i) =>
      `  ${cells.map((lines, column) => (lines[i] ?? '').padEnd(columns[column]!)).join('')}`.trimEnd(),
    );
  return [
    ...wrap(guide.table.intro, 0),
    '',
    ...row([['symptom'], ['cause'], ['mended by']]),
    `  ${'─'.repeat(columns[0] + columns[1] + columns[2])}`,
    ...guide.table.rows.flatMap(({ symptom, cause, fix, causes }) =>
      row([
        wrap(symptom, 0, columns[0] - 2),
        [...wrap(cause, 0, columns[1] - 2), ...causes.map((id) => `- ${id}`)],
        wrap(fix, 0, columns[2]),
      ]),
    ),
    '',
    ...item(guide.table.test),
  ];
}

function checks(guide: Guide): string[] {
  return guide.checklist.flatMap((one, i) => [
    `  ${i + 1}  ${one.title}`,
    ...wrap(one.text, 5),
    ...wrap(`causes: ${one.causes.join(', ')}`, 5),
    ...one.commands.map((command) => `     $ ${command}`),
  ]);
}

function statuses(guide: Guide): string[] {
  return guide.statuses.flatMap(({ status, says, mends }) => [
    ...wrap(says, 7).map((line, i) => (i === 0 ? `  ${status}  ${line.trim()}` : line)),
    ...wrap(`mended by: ${mends}`, 7),
  ]);
}

function join(blocks: readonly string[][]): string[] {
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
}

function wrap(text: string, indent: number, width = 80): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one);
}
