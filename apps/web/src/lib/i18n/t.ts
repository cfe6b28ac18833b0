/** Names of the `{placeholders}` of a message, read from its literal type. */
type Names<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** Nothing for a message without placeholders, else one value for each. */
type Args<M extends string> = string extends M
  ? [params?: Record<string, string | number>]
  : [Names<M>] extends [never]
    ? []
    : [params: Record<Names<M>, string | number>];

/**
 * Fills a message of messages/ja/*.ts. Messages are literals (`as const`), so a missing or misspelt parameter
 * does not compile. Import the message file of your capability: a page then ships only its own words.
 * A placeholder without a value stays visible, so that a mistake is seen.
 */
export function t<const M extends string>(message: M, ...args: Args<M>): string {
  const params: Record<string, string | number> = args[0] ?? {};
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
