import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'dart',
  name: 'Dart',
  commands: ['dart', 'flutter'],
  shows: [/\bDioException\b|\bDioError\b/, /\bHttpException: /, /\bClientException: /, /^(?:I\/flutter|flutter)\b/],
  before: [/^(?:I\/flutter \(\s{0,6}\d{1,7}\)|flutter): /],
  own: [
    /This exception was thrown because the response has a status code of|The status code of \d{3} has the following meaning|Read more about status codes|In order to resolve this exception/,
  ],
  lines: [
    /status code of (?<status>\d{3})\b/,
    /Invalid statusCode: (?<status>\d{3}), uri = (?<url>https?:\S{1,8000})/,
    /^uri: (?<url>https?:\S{1,8000})$/,
  ],
  fixes: { any: [{ text: 'Print the answer: on DioException catch (e) => print(e.response?.data)' }] },
};

export default tool;
