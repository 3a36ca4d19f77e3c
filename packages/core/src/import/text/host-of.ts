import type { Exchange } from '../../model/exchange.ts';
import { UNKNOWN_URL } from '../raw-http/read-message.ts';

/** The host of a request with its port, or `HOST` where it is not known. */
export function hostOf({ request: { url } }: Exchange): string {
  if (url.startsWith(UNKNOWN_URL.slice(0, -1))) return 'HOST';
  return /^[a-z]+:\/\/(?:[^/?#@]{0,300}@)?([\w.:[\]-]{1,260})/i.exec(url)?.[1] ?? 'HOST';
}
