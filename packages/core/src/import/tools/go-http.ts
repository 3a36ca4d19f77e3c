import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'go-http',
  name: 'Go',
  inside: true,
  shows: [
    /^(?:panic: |goroutine \d)|\bgo1\.\d{1,2}\b|^exit status \d$/,
    /^(?:Get|Post|Put|Delete|Patch|Head) "https?:\S{1,4000}": /,
    /\bgoogleapi: (?:Error|got HTTP response code) \d{3}/,
  ],
  own: [/^exit status \d$/],
  lines: [/\bgoogleapi: Error (?<status>\d{3}): (?<words>.{1,4000})$/],
  fixes: { any: [{ text: 'Print both sides: httputil.DumpRequestOut and httputil.DumpResponse' }] },
};

export default tool;
