import { capital } from '../parts/recorded.ts';

/** Kinds of text that hold no refusal of HTTP, and what to do with each. The first that fits is told. */
const KINDS: readonly { readonly is: RegExp; readonly what: string; readonly hint: string }[] = [
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
    is: /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)/i,
    what: 'a refusal of SSH, not of HTTP',
    hint: 'Check the key: ssh -vT HOST shows which one is offered.',
  },
  {
    is: /\bE(?:ACCES|PERM)\b: |\bPermission denied$|: Permission denied\b/,
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

/** What a text without any refusal looks like, and what to do about it. */
export function looksLike(
  lines: readonly string[],
  name: string | undefined,
): { readonly says: string; readonly hint: string } {
  const subject = capital(name ?? 'The text');
  for (const { is, what, hint } of KINDS)
    if (lines.slice(0, 5000).some((line) => is.test(line.slice(0, 2000))))
      return { says: `${subject} looks like ${what}.`, hint };
  return {
    says: `${subject} shows no refusal: no status such as 401 or 403, and no words that refuse.`,
    hint: 'Give the request (a URL, a curl line), or the whole output with the refusal in it.',
  };
}
