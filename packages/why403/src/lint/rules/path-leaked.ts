import { bodyOf, inBody } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

// Places where servers keep their files; a URL path begins otherwise.
const PATH =
  /(?<![\w.:/])\/(?:var\/(?:www|lib|task|log)|srv|home|usr\/(?:share|local|lib|src)|opt|etc|root|app|data\/www|Users)\/[\w.@+-]{1,100}(?:\/[\w.@+-]{1,100}){0,20}|\b[A-Z]:\\(?:inetpub|Windows|Users|Program Files|www|xampp|wwwroot)[\\\w. @+-]{1,300}/;

const rule: Rule = {
  id: 'path-leaked',
  title: 'The answer shows a path in the file system of the server',
  level: 'warning',
  reference: rfc(9457, '5'),
  mend: 'Name the resource by its URL, and keep the path for the log.',
  check({ exchange, refused }) {
    if (!refused) return [];
    const match = PATH.exec(bodyOf(exchange));
    // what the client sent itself tells nothing new
    if (!match || exchange.request.url.includes(match[0])) return [];
    return [
      { says: 'The body shows a path in the file system of the server.', at: inBody(match.index, match[0].length) },
    ];
  },
};

export default rule;
