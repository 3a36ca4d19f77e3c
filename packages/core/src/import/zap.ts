import type { Importer } from '../model/importer.ts';
import rawHttp from './raw-http.ts';

const MARK = /^={2,9} \d{1,9} ={2,20}[ \t]*\r?$/m;
const MOST_MESSAGES = 2000;

/** Messages that ZAP exports to a file, a mark before each. */
const zap: Importer = {
  id: 'zap',
  title: 'ZAP messages',
  accepts: (text) => /^\s{0,200}={2,9} \d{1,9} ={2,20}[ \t]{0,9}\r?\n/.test(text.slice(0, 4096)),
  read(text, context) {
    return text
      .split(MARK)
      .filter((part) => part.trim() !== '')
      .slice(0, MOST_MESSAGES)
      .flatMap((part) => rawHttp.read(part.trimStart(), context))
      .map((one) => ({ ...one, form: 'record' }));
  },
};

export default zap;
