/** Finds the login that a .netrc file holds for a host: `name:password` (https://everything.curl.dev/usingcurl/netrc.html). */
export function findNetrcLogin(text: string, host: string): string | undefined {
  const tokens = tokenize(text);
  let here = false;
  let login: string | undefined;
  let password: string | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token === 'machine' || token === 'default') {
      if (here && (login !== undefined || password !== undefined)) break;
      here = token === 'default' || tokens[++i]?.toLowerCase() === host.toLowerCase();
    } else if (token === 'login' && here) login = tokens[++i];
    else if (token === 'password' && here) password = tokens[++i];
  }
  return login === undefined && password === undefined ? undefined : `${login ?? ''}:${password ?? ''}`;
}

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('#')) continue;
    for (const [token] of line.matchAll(/"(?:[^"\\]|\\.){0,1000}"|[^\s"][^\s]{0,1000}/g)) {
      tokens.push(token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token);
    }
  }
  return tokens;
}
