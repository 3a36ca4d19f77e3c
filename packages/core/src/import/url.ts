import { InputError } from '../model/errors.ts';
import type { Importer } from '../model/importer.ts';
import { buildRequests } from './curl/build-requests.ts';
import { makeReadFile } from './curl/data.ts';
import { collectDrafts } from './curl/draft.ts';
import { quoteShort } from './parts/caret.ts';

/** A bare URL: a GET as curl would send it. `host/path` without a scheme is http, as in curl. */
const url: Importer = {
  id: 'url',
  title: 'URL',
  accepts(text) {
    const line = text.slice(0, 9000).trim();
    if (line === '' || line.length > 8192 || /\s/.test(line)) return false;
    if (/^https?:\/\/[^/]/i.test(line)) return true;
    // Without a scheme it must look like a host: a name with a dot, localhost, or an address.
    return /^(?:[^\s/?#@:]{1,100}(?::[^\s/?#@]{0,100})?@)?(?:localhost|[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,20}\.?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?(?:[/?#]\S{0,8192})?$/iu.test(
      line,
    );
  },
  read(text, context) {
    const value = text.trim();
    if (value === '') throw new InputError('EMPTY_INPUT', 'There is no URL.');
    if (value.length > 65_536) throw new InputError('NOT_HTTP', 'The text is too long for a URL.');
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
    return drafts.flatMap((draft) =>
      buildRequests(draft, { text: value, read: makeReadFile(context, undefined), context }),
    );
  },
};

export default url;
