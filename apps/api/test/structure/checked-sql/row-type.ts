import ts from 'typescript';

import type { Shape } from './describer.js';

/** A property of a declared row. */
export interface DeclaredColumn {
  name: string;
  /** The type without null and undefined. */
  type: ts.Type;
  /** As it is written in messages. */
  written: string;
  nullable: boolean;
  optional: boolean;
}

/** The properties of a row type; of a union, those of all its members. */
export function declaredColumns(row: ts.Type, checker: ts.TypeChecker): Map<string, DeclaredColumn> {
  const declared = new Map<string, DeclaredColumn>();
  const members = row.isUnion() ? row.types : [row];
  for (const member of members) {
    for (const property of member.getProperties()) {
      const type = checker.getTypeOfSymbol(property);
      const parts = type.isUnion() ? type.types : [type];
      const seen = declared.get(property.name);
      declared.set(property.name, {
        name: property.name,
        type: checker.getNonNullableType(type),
        written: checker.typeToString(type),
        nullable:
          (seen?.nullable ?? false) ||
          parts.some(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Unknown)),
        optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
      });
    }
  }
  return declared;
}

/** Whether values of a shape fit a declared type. */
export function fits(shape: Shape, type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.flags & ts.TypeFlags.Unknown) return true;
  if (type.flags & ts.TypeFlags.Any) return false;
  if (shape === 'json') return !containsClass(type, checker, new Set());
  if (typeof shape === 'object') {
    return membersOf(type).every((member) => {
      const items = itemsOf(member, checker);
      return items !== undefined && fits(shape.items, checker.getNonNullableType(items), checker);
    });
  }
  if (shape === 'Date' || shape === 'Buffer')
    return membersOf(type).every((member) => isClass(member, shape));
  if (shape === 'object') return membersOf(type).every(({ flags }) => flags & ts.TypeFlags.Object);
  const wanted = {
    string: checker.getStringType(),
    number: checker.getNumberType(),
    boolean: checker.getBooleanType(),
  };
  return checker.isTypeAssignableTo(type, wanted[shape]);
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function itemsOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (!checker.isArrayType(type)) return undefined;
  return checker.getTypeArguments(type as ts.TypeReference)[0];
}

function isClass(type: ts.Type, name: 'Date' | 'Buffer'): boolean {
  const found = type.getSymbol()?.name;
  return found === name || (name === 'Buffer' && found === 'Uint8Array');
}

/** Whether somewhere in a type lies what JSON has no word for. */
function containsClass(type: ts.Type, checker: ts.TypeChecker, seen: Set<ts.Type>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  if (type.isUnion()) return type.types.some((member) => containsClass(member, checker, seen));
  if (isClass(type, 'Date') || isClass(type, 'Buffer') || type.flags & ts.TypeFlags.Any) return true;
  const items = itemsOf(type, checker);
  if (items) return containsClass(items, checker, seen);
  if (!(type.flags & ts.TypeFlags.Object)) return false;
  return type.getProperties().some((each) => containsClass(checker.getTypeOfSymbol(each), checker, seen));
}
