import { capital } from '../parts/recorded.ts';

/** A description of an API speaks of every refusal that there may be, and shows none. */
const DESCRIPTION = /^\s{0,99}(?:(?:openapi|swagger): ["']?\d|\{\s{0,99}"(?:openapi|swagger)"\s{0,9}:)/;

/** Whether a text is a description of an API. */
export function isDescription(text: string): boolean {
  return DESCRIPTION.test(text.slice(0, 2000));
}

/** A kind of text. `refuses`: it is a refusal, of something else than HTTP. */
interface Kind {
  readonly is: RegExp;
  readonly what: string;
  readonly hint: string;
  readonly refuses?: true;
}

/** Kinds of text that hold no refusal of HTTP, and what to do with each. The first that fits is told. */
const KINDS: readonly Kind[] = [
  {
    is: /^\S{2,100} \S{1,100} \S{1,100} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:[^\]]{1,30}\] "/,
    what: 'an access log of a web server',
    hint: 'why403 logs FILE groups its refusals by cause.',
  },
  {
    is: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w{1,10}\] \d{1,10}#\d{1,10}:/,
    what: 'an error log of nginx',
    hint: 'why403 logs FILE says which lines are refusals, and why.',
  },
  {
    is: /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:.]{8,20} \d{4}\] \[/,
    what: 'an error log of Apache',
    hint: 'why403 logs FILE says which lines are refusals, and why.',
  },
  {
    refuses: true,
    is: /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)|Host key verification failed|sign_and_send_pubkey/i,
    what: 'a refusal of SSH, not of HTTP',
    hint: 'Check the key: ssh -vT HOST shows which one is offered.',
  },
  {
    refuses: true,
    is: /permission denied while trying to connect to the Docker daemon socket|connect: permission denied$/,
    what: 'a refusal of the socket of Docker, not of HTTP',
    hint: 'Add your user to the group docker and log in again, or use sudo.',
  },
  {
    refuses: true,
    is: /Access denied for user '|password authentication failed for user|permission denied for (?:table|relation|schema|database|sequence|function)|ORA-01017|Login failed for user '|not authorized on \w{1,60} to execute command|\bNOAUTH\b|WRONGPASS/,
    what: 'a refusal of a database, not of HTTP',
    hint: 'Check the user, the password and the grants of the database.',
  },
  {
    refuses: true,
    is: /\b(?:535[ -]5\.7\.\d|530[ -]5\.7\.\d|550[ -]5\.7\.\d|530 (?:Login|Please login|Not logged in)|smtplib\.SMTP)/,
    what: 'a refusal of a mail or FTP server, not of HTTP',
    hint: 'Check the user and the password of that server; mail providers ask for an app password.',
  },
  {
    refuses: true,
    is: /\bE(?:ACCES|PERM)\b(?::| )|\bPermission denied$|: Permission denied\b|PermissionError: \[Errno 13\]|Operation not permitted|is not in the sudoers file|Access to the path .{1,300} is denied/,
    what: 'a refusal of the file system, not of HTTP',
    hint: 'Check the owner and the mode of the file it names: ls -l FILE.',
  },
  {
    is: /(?:Could not resolve host|ENOTFOUND|getaddrinfo|Name or service not known|no such host|ECONNREFUSED|Connection refused|ETIMEDOUT|timed out|certificate|SSL|x509|handshake)/,
    what: 'a connection that failed before any answer',
    hint: 'No server refused anything here; give the command itself to see where it stops: why403 curl https://…',
  },
  {
    is: /(?:^|\s)(?:HTTP\/[0-9.]{1,3} |status(?: code)?:? )[123][0-9]{2}\b/i,
    what: 'an exchange that was not refused',
    hint: 'Give the one that was: a status of 401 or 403, or the words of the refusal.',
  },
];

/** Whether a text is a refusal of something else than HTTP: a file, SSH, a database. */
export function refusesElsewhere(lines: readonly string[]): boolean {
  return KINDS.some(({ is, refuses }) => refuses && lines.slice(0, 5000).some((line) => is.test(line.slice(0, 2000))));
}

/** What a text without any refusal looks like, and what to do about it. */
export function looksLike(
  lines: readonly string[],
  name: string | undefined,
): { readonly says: string; readonly hint: string } {
  const subject = capital(name ?? 'The text');
  if (isDescription(lines.join('\n')))
    return {
      says: `${subject} looks like the description of an API: it shows no refusal.`,
      hint: 'Give it beside the refused request: why403 --openapi FILE REQUEST.',
    };
  for (const { is, what, hint } of KINDS)
    if (lines.slice(0, 5000).some((line) => is.test(line.slice(0, 2000))))
      return { says: `${subject} looks like ${what}.`, hint };
  return {
    says: `${subject} shows no refusal: no status such as 401 or 403, and no words that refuse.`,
    hint: 'Give the request (a URL, a curl line), or the whole output with the refusal in it.',
  };
}
