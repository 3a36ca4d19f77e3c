import type { InputError } from '../../model/errors.ts';

/** What is said of the entries of a HAR that were passed over: those that are no requests of HTTP by their number, the others one by one. */
export function passedOver(unread: readonly InputError[]): readonly string[] {
  const others = unread.filter(({ code }) => code === 'NOT_HTTP').length;
  return [
    ...unread
      .filter(({ code }) => code !== 'NOT_HTTP')
      .map(({ message }) => `${message.replace(/\.$/, '')}: it was passed over.`),
    ...(others === 0
      ? []
      : others === 1
        ? ['1 entry of the HAR asks for no URL of http or https (data:, blob:, an extension): it was passed over.']
        : [
            `${others} entries of the HAR ask for no URL of http or https (data:, blob:, an extension): they were passed over.`,
          ]),
  ];
}
