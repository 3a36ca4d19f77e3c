import type { InputError } from '../../model/errors.ts';

/** What is said of an entry of a HAR that cannot be read. */
export function sayUnread({ message }: InputError): string {
  return `${message.replace(/\.$/, '')}: it was passed over.`;
}

/** What is said of so many entries of a HAR that are no requests of HTTP. */
export function sayNotHttp(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? '1 entry of the HAR asks for no URL of http or https (data:, blob:, an extension): it was passed over.'
      : `${count} entries of the HAR ask for no URL of http or https (data:, blob:, an extension): they were passed over.`,
  ];
}

/** What is said of the entries of a HAR that were passed over. */
export function passedOver(unread: readonly InputError[]): readonly string[] {
  const broken = unread.filter(({ code }) => code !== 'NOT_HTTP');
  return [...broken.map(sayUnread), ...sayNotHttp(unread.length - broken.length)];
}
