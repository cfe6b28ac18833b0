/**
 * Parses JSON whose objects have no duplicate members. JSON.parse takes the last of two members, other parsers the
 * first: the same text could mean different things in different programs.
 * @returns undefined if the text is not such JSON, or is nested deeper than credentials are
 */
export function parseStrictJson(text: string): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return namesEachOnce(text) ? (value as Record<string, unknown>) : undefined;
}

const deepest = 32;
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Scans the text, which is known to be valid JSON: a string before a colon is a member name. */
function namesEachOnce(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':' && !isNew(open.at(-1), JSON.parse(last) as string)) return false;
    if (open.length > deepest) return false;
    last = part;
  }
  return true;
}

function isNew(names: Set<string> | null | undefined, name: string): boolean {
  if (!names || names.has(name)) return false;
  names.add(name);
  return true;
}
