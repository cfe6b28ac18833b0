import type ts from 'typescript';

import type { Column, Describer, Description, Shape } from './describer.js';
import { declaredColumns, fits, type DeclaredColumn } from './row-type.js';
import type { Statement, Variant } from './statements.js';

/** What is wrong with a statement, each as "file:line sentence"; nothing where its text is not known. */
export async function complaintsOf(
  { place, variants, row }: Statement,
  describer: Describer,
  checker: ts.TypeChecker,
): Promise<string[]> {
  const declared = row && declaredColumns(row, checker);
  const complaints = new Set<string>();
  for (const variant of variants) {
    const sentences = await complaintsOfVariant(variant, declared, describer, checker);
    for (const sentence of sentences) complaints.add(`${place} ${sentence}`);
  }
  return [...complaints];
}

async function complaintsOfVariant(
  { text, given }: Variant,
  declared: ReadonlyMap<string, DeclaredColumn> | undefined,
  describer: Describer,
  checker: ts.TypeChecker,
): Promise<string[]> {
  let described: Description;
  try {
    described = await describer.describe(text);
  } catch (error) {
    return [`PostgreSQL refuses the statement: ${(error as Error).message}`];
  }
  const complaints: string[] = [];
  if (given !== undefined && given !== described.params) {
    complaints.push(`the statement has ${described.params} parameters, the call passes ${given}`);
  }
  if (!declared) return complaints;
  const returned = new Set(described.columns.map(({ name }) => name));
  for (const { name, optional } of declared.values()) {
    if (!optional && !returned.has(name)) {
      complaints.push(`the row type declares "${name}", but the statement does not return it`);
    }
  }
  for (const column of described.columns) {
    const complaint = await complaintOfColumn(text, column, declared.get(column.name), describer, checker);
    if (complaint !== undefined) complaints.push(complaint);
  }
  return complaints;
}

async function complaintOfColumn(
  text: string,
  { name, type, shape, mayBeNull }: Column,
  declared: DeclaredColumn | undefined,
  describer: Describer,
  checker: ts.TypeChecker,
): Promise<string | undefined> {
  if (!declared) return `the statement returns "${name}", but the row type does not declare it`;
  if (!fits(shape, declared.type, checker)) {
    return `"${name}" is declared as ${declared.written}, but the driver returns ${type} as ${written(shape)}`;
  }
  if (!mayBeNull || declared.nullable || (await describer.provesNotNull(text, name))) return undefined;
  return `"${name}" can be null, but the row type declares ${declared.written}`;
}

function written(shape: Shape): string {
  return typeof shape === 'object' ? `${written(shape.items)}[]` : shape;
}
