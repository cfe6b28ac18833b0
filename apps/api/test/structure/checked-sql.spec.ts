import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import ts from 'typescript';

import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { complaintsOf } from './checked-sql/complaints.js';
import { Describer } from './checked-sql/describer.js';
import { textFromElsewhere } from './checked-sql/exceptions.js';
import type { SourceProgram } from './checked-sql/source-program.js';
import { readSources, statementsOf, unsentTexts, type Statement } from './checked-sql/statements.js';
import { functionAround } from './checked-sql/values.js';

const root = path.resolve(import.meta.dirname, '../..');
const planted = 'test/structure/checked-sql/planted.repository.ts';

let database: TestDatabase;
let describer: Describer;
let source: SourceProgram;
let statements: Statement[];
let plants: Statement[];

beforeAll(async () => {
  database = await cloneDatabase();
  describer = await Describer.connect(database.url);
  source = readSources(root, [path.join(root, planted)]);
  const all = statementsOf(source, root);
  statements = all.filter(({ place }) => !place.startsWith(planted));
  plants = all.filter(({ place }) => place.startsWith(planted));
}, 180_000);
afterAll(async () => {
  await describer.end();
  await database.drop();
});

describe('the SQL of the API', () => {
  it('fits the schema, and its rows the declared types', async () => {
    const complaints: string[] = [];
    for (const each of statements) complaints.push(...(await complaintsOf(each, describer, source.checker)));
    expect(complaints.toSorted()).toEqual([]);
  });

  it('is known from the source, but for what the list of exceptions names', () => {
    const found: Record<string, number> = {};
    for (const { place, unknown } of statements) {
      const file = place.replace(/:\d+$/, '');
      if (unknown !== undefined) found[file] = (found[file] ?? 0) + 1;
    }
    expect(found).toEqual(Object.fromEntries(textFromElsewhere.map((each) => [each.file, each.statements])));
  });

  it('is sent by the calls that this test knows', () => {
    expect(unsentTexts(source, root).filter((place) => !place.startsWith(planted))).toEqual([]);
  });
});

/** Tables of kept statements whose changes no process would learn of: they have no trigger `content_changed`. */
async function forgottenTables(kept: readonly Statement[]): Promise<string[]> {
  const triggers = await describer.rows<{ table: string }>(
    `SELECT t.tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE p.proname = 'content_changed'`,
  );
  const watched = new Set(triggers.map(({ table }) => table));
  const found: string[] = [];
  for (const { place, variants } of kept)
    for (const { text } of variants)
      for (const table of await describer.tablesOf(text))
        if (!watched.has(table)) found.push(`${place} ${table}`);
  return found;
}

const isKept = ({ call }: Statement) =>
  ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'kept';

describe('what a process keeps of the content', () => {
  it('is read from tables that drop it when they change', async () => {
    const kept = statements.filter(isKept);
    expect(kept.length).toBeGreaterThan(10);
    expect(await forgottenTables(kept)).toEqual([]);
  });

  it('is never personal: a planted statement about people is found', async () => {
    expect(await forgottenTables(plants.filter(isKept))).toEqual([
      expect.stringMatching(/planted\.repository\.ts:\d+ people$/),
    ]);
  });
});

const faults: Record<string, string> = {
  wrongColumn: 'PostgreSQL refuses the statement: column "names" does not exist',
  wrongType: '"count" is declared as number, but the driver returns int8 as string',
  wrongTypeOfDate: '"bornOn" is declared as string, but the driver returns date as Date',
  wrongTypeOfItems: '"ids" is declared as number[], but the driver returns _uuid as string[]',
  dateInJson: '"person" is declared as { at: Date; }, but the driver returns jsonb as json',
  missingNull: '"bornOn" can be null, but the row type declares string',
  missingNullBehindOr: '"bornOn" can be null, but the row type declares string',
  missingNullOfOuterJoin: '"accountOf" can be null, but the row type declares string',
  missingNullOfCase: '"email" can be null, but the row type declares string',
  missingNullOfPart: '"isToday" can be null, but the row type declares boolean',
  missingNullOfAggregate: '"last" can be null, but the row type declares string',
  undeclaredColumn: 'the statement returns "name", but the row type does not declare it',
  missingColumn: 'the row type declares "kana", but the statement does not return it',
  missingParameter: 'the statement has 2 parameters, the call passes 1',
  missingParameterInBranch: 'the statement has 2 parameters, the call passes 1',
  wrongConditionInList: 'PostgreSQL refuses the statement: column "nam" does not exist',
  inferredRow: '"id" is declared as number, but the driver returns uuid as string',
  rows: 'PostgreSQL refuses the statement: column "kan" does not exist',
};

describe('a planted fault', () => {
  it.each(Object.entries(faults))('%s is found', async (method, sentence) => {
    const statement = plants.find((each) => methodOf(each) === method)!;
    expect(statement.place).toMatch(/planted\.repository\.ts:\d+$/);
    const complaints = await complaintsOf(statement, describer, source.checker);
    expect(complaints).toEqual([`${statement.place} ${sentence}`]);
  });

  it('in a statement that only the running program knows is found', () => {
    const unknown = plants.filter((each) => each.unknown !== undefined);
    expect(unknown.map(methodOf)).toEqual(['textFromElsewhere']);
  });

  it('in a text that no known call sends is found', () => {
    expect(unsentTexts(source, root).filter((place) => place.startsWith(planted))).toHaveLength(1);
  });
});

/** The method in which a planted statement is asked for. */
function methodOf({ call }: Statement): string | undefined {
  return functionAround(call)?.name?.getText();
}
