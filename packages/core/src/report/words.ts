import type { ChecklistItem } from '../model/cause.ts';
import type { Who } from '../model/cause-id.ts';

/** Who acts, as the reports say it. */
export const WHO: Readonly<Record<Who, string>> = {
  caller: 'you',
  'api-owner': "the API's owner",
  'server-admin': "the server's admin",
  network: 'the network',
};

/** The seven questions of the checklist. */
export const QUESTIONS: Readonly<Record<ChecklistItem, string>> = {
  authenticated: 'Is the user authenticated?',
  permission: 'Does the user have the role or permission?',
  csrf: 'Is a CSRF token wanted, and was it sent?',
  ip: 'Is the address allowed?',
  scopes: 'Does the token have the scopes?',
  'file-permissions': 'May the server read the file?',
  'feature-flag': 'Is the feature on for this user?',
};

/** Method and URL as the reports show them; of an answer that was given alone neither is known. */
export function requestLine({ method, url }: { readonly method: string; readonly url: string }): string {
  return url.startsWith('https://unknown.invalid/') ? '(request not shown)' : `${method} ${url}`;
}
