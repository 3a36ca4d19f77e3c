import type { Reader } from '../model/evidence.ts';
import { BODY_LIMIT } from '../model/http.ts';

const PAGE =
  /just a moment\.\.\.|checking your browser|enable javascript and cookies|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|complete the (?:captcha|security check)|cf-chl|_chl_opt|__cf_chl_|challenge-platform|_incapsula_resource|px-captcha|captcha-delivery|\bg-recaptcha\b|\bh-captcha\b|unusual traffic|automated (?:requests|access|queries)|making sure you(?:&#39;|')re not a bot|ddos protection by|bot (?:detection|protection)|press (?:&amp;|&) hold|access to this page has been denied/i;

/** Headers in which firewalls say that they sent a page of their own. */
const CHALLENGING = /^(?:x-amzn-waf-action|cf-mitigated|x-[a-z0-9-]{1,30}-(?:challenge|mitigated))$/i;

const reader: Reader = {
  id: 'challenge-page',
  read({ response }) {
    const told = (response?.headers ?? []).findIndex(
      ([name, value]) => CHALLENGING.test(name) && /challenge|captcha/i.test(value),
    );
    if (told >= 0)
      return [
        {
          kind: 'challenge-page',
          fact: {},
          at: [{ part: 'response', in: 'header', header: response!.headers[told]![0], index: told }],
          by: 'challenge-page',
        },
      ];
    const match = PAGE.exec(response?.body?.text.slice(0, BODY_LIMIT) ?? '');
    return match
      ? [
          {
            kind: 'challenge-page',
            fact: {},
            at: [{ part: 'response', in: 'body', start: match.index, end: match.index + match[0].length }],
            by: 'challenge-page',
          },
        ]
      : [];
  },
};

export default reader;
