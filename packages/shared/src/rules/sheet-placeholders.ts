import { sheetPlaceholders, type SheetPlaceholder } from '../vocabulary/templates.js';

const braces = /\{\{([^{}]*)\}\}/gu;

/** What stands in double braces and means nothing, and braces without a partner; each once, as typed. */
export function unknownPlaceholdersIn(body: string): string[] {
  const named = [...body.matchAll(braces)]
    .filter((found) => !isPlaceholder(found[1]!))
    .map((found) => found[0]);
  const lonely = body.replace(braces, '').match(/\{\{|\}\}/gu) ?? [];
  return [...new Set([...named, ...lonely])];
}

/** The text with every known placeholder replaced, in one pass: what a value says is never read as a placeholder. */
export function fillPlaceholders(body: string, values: Readonly<Record<SheetPlaceholder, string>>): string {
  return body.replace(braces, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

function isPlaceholder(name: string): name is SheetPlaceholder {
  return sheetPlaceholders.some((placeholder) => placeholder === name);
}
