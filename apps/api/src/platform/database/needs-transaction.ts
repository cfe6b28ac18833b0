const literals =
  /\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Writes, also inside WITH, and locks that end with the transaction. `update` covers FOR UPDATE as well. */
const changesOrLocks =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|for\s+(?:key\s+)?share|pg_(?:try_)?advisory_xact_lock\w*|nextval|setval)\b/i;
const statementOf =
  /^\s*(?:create|alter|drop|truncate|lock|comment|grant|revoke|refresh|copy|call|do|set|reset|savepoint)\b/i;

const known = new Map<string, boolean>();
/** Statements with a varying number of conditions have many texts; the map is cleared at this size. */
const mostKnown = 5_000;

/**
 * Whether a statement writes or takes a lock, so that it must run inside a transaction. Decided by its text, once for
 * each text; string literals and comments are ignored. Calls of functions that write are not detected.
 */
export function needsTransaction(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const bare = text.replace(literals, ' ');
  const needs = changesOrLocks.test(bare) || statementOf.test(bare);
  if (known.size >= mostKnown) known.clear();
  known.set(text, needs);
  return needs;
}
