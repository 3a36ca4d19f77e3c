import type { Facts, Reader } from '../model/evidence.ts';
import { headersOf } from '../model/http.ts';

const BOT =
  /bot\b|crawl|spider|slurp|scrapy|headlesschrome|phantomjs|nikto|sqlmap|masscan|zgrab|httrack|ahrefs|semrush/i;
const LIBRARY =
  /^(?:curl|wget|python|go-http|okhttp|java|apache-httpclient|axios|node|got|undici|libwww|ruby|php|guzzle|httpie|postman|insomnia|aiohttp|httpx|dart|faraday|rest-client|perl|lua|powershell|winhttp|aria2|requests)|python-(?:requests|urllib|httpx)|powershell/i;

const reader: Reader = {
  id: 'user-agent',
  read(exchange) {
    const sent = headersOf(exchange, 'request', 'user-agent')[0];
    const value = sent?.value ?? '';
    const kind: Facts['user-agent']['kind'] = !value
      ? 'none'
      : BOT.test(value)
        ? 'bot'
        : LIBRARY.test(value)
          ? 'library'
          : /^mozilla\/5\.0 \(.{5,}/i.test(value)
            ? 'browser'
            : 'other';
    return [
      { kind: 'user-agent', fact: { kind, ...(value && { value }) }, at: sent ? [sent.span] : [], by: 'user-agent' },
    ];
  },
};

export default reader;
