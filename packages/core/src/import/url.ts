import { InputError } from '../model/errors.ts';
import type { Importer } from '../model/importer.ts';
import { buildRequests } from './curl/build-requests.ts';
import { makeReadFile } from './curl/data.ts';
import { collectDrafts } from './curl/draft.ts';
import { quoteShort } from './parts/caret.ts';

/** Longest URL that is read, in characters; servers take a tenth of it. */
const LONGEST = 65_536;

/** A bare URL: a GET as curl would send it. `host/path` without a scheme is http, as in curl. */
const url: Importer = {
  id: 'url',
  title: 'URL',
  accepts(text) {
    const line = text.slice(0, LONGEST + 1000).trim();
    if (line === '' || line.length > LONGEST || /\s/.test(line)) return false;
    if (/^https?:\/\/[^/]/i.test(line)) return true;
    // Without a scheme it must look like a host: a name with a dot, localhost, or an address.
    return /^(?:[^\s/?#@:]{1,100}(?::[^\s/?#@]{0,100})?@)?(?:localhost|[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,20}\.?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?(?:[/?#]\S{0,65536})?$/iu.test(
      line,
    );
  },
  read(text, context) {
    const value = text.trim();
    if (value === '') throw new InputError('EMPTY_INPUT', 'There is no URL.');
    if (value.length > LONGEST) throw new InputError('NOT_HTTP', 'The text is too long for a URL.');
    if (/\s/.test(value)) {
      throw new InputError('NOT_HTTP', `This is no URL: ${quoteShort(value)}`, {
        hint: 'A URL has no spaces; write one as %20.',
      });
    }
    const word = { value, at: 0, length: value.length };
    const settings = ['globoff', 'url'].map((name) => ({
      name,
      value: name === 'url' ? value : '',
      on: true,
      spelt: value,
      word,
    }));
    const drafts = collectDrafts(settings, value, () => []);
    return drafts
      .flatMap((draft) => buildRequests(draft, { text: value, read: makeReadFile(context, undefined), context }))
      .map((one) => ({ ...one, form: 'command' }));
  },
};

export default url;
