/** Adds an import after the last import of a source text. */
function withImport(text: string, statement: string): string {
  const last = text.lastIndexOf('\nimport ');
  const start = last < 0 ? 0 : last + 1;
  const end = text.indexOf('\n', start) + 1;
  return `${text.slice(0, end)}${statement}\n${text.slice(end)}`;
}

/**
 * Adds a name to the array `const <list>` in a source text, and imports it.
 * @throws if there is no such array
 */
export function intoList(text: string, list: string, name: string, from: string): string {
  const opening = new RegExp(`const ${list}\\b[^=]*= \\[`).exec(text);
  const end = opening ? text.indexOf(']', opening.index + opening[0].length) : -1;
  if (!opening || end < 0) throw new Error(`no list "${list}" to add ${name} to`);
  const inside = text.slice(opening.index + opening[0].length, end).trimEnd();
  const comma = inside === '' || inside.endsWith(',') ? '' : ',';
  const added = `${text.slice(0, opening.index + opening[0].length)}${inside}${comma} ${name}${text.slice(end)}`;
  return withImport(added, `import { ${name} } from '${from}';`);
}
