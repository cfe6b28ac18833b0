/** Names of the `{placeholders}` of a message, read from its literal type. */
type Names<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** No arguments for a message without placeholders, otherwise one value for each. */
type Args<M extends string> = string extends M
  ? [params?: Record<string, string | number>]
  : [Names<M>] extends [never]
    ? []
    : [params: Record<Names<M>, string | number>];

/**
 * Fills in the placeholders of a message from messages/ja/*.ts. Messages are literals (`as const`), so a missing or
 * misspelt parameter does not compile. Import the message file of your capability: each page then ships only its own
 * texts.
 * A placeholder without a value stays visible, so that the mistake is noticed.
 */
export function t<const M extends string>(message: M, ...args: Args<M>): string {
  const params: Record<string, string | number> = args[0] ?? {};
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
