import { sheetPlaceholders, type SheetPlaceholder } from '../vocabulary/templates.js';

const braces = /\{\{([^{}]*)\}\}/gu;

/** Unknown names in double braces and unmatched braces; each listed once, as typed. */
export function unknownPlaceholdersIn(body: string): string[] {
  const named = [...body.matchAll(braces)]
    .filter((found) => !isPlaceholder(found[1]!))
    .map((found) => found[0]);
  const lonely = body.replace(braces, '').match(/\{\{|\}\}/gu) ?? [];
  return [...new Set([...named, ...lonely])];
}

/** Replaces every known placeholder in one pass, so a placeholder inside a value is never expanded. */
export function fillPlaceholders(body: string, values: Readonly<Record<SheetPlaceholder, string>>): string {
  return body.replace(braces, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

function isPlaceholder(name: string): name is SheetPlaceholder {
  return sheetPlaceholders.some((placeholder) => placeholder === name);
}
