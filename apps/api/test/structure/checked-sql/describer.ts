import { Client, escapeIdentifier, types, type Connection, type FieldDef, type Submittable } from 'pg';

import { NullsOfPlan, type PlanNode } from './nulls-of-plan.js';

/** What the driver makes of a column's values. */
export type Shape =
  'string' | 'number' | 'boolean' | 'Date' | 'Buffer' | 'json' | 'object' | { items: Shape };

export interface Column {
  name: string;
  /** PostgreSQL's name of the type. */
  type: string;
  shape: Shape;
  mayBeNull: boolean;
}

/** What a statement needs and returns. */
export interface Description {
  params: number;
  columns: Column[];
}

/** A type of PostgreSQL; `element` is that of an array's items. */
interface TypeRow {
  oid: number;
  name: string;
  element: number | null;
}

/** Values as PostgreSQL sends them: the driver's own parsers then show what it makes of a type. Others are plain text. */
const samples: Record<string, string> = {
  bool: 't',
  int2: '1',
  int4: '1',
  int8: '1',
  oid: '1',
  float4: '1',
  float8: '1',
  numeric: '1',
  json: '{}',
  jsonb: '{}',
  bytea: '\\x00',
  date: '2026-04-01',
  timestamp: '2026-04-01 00:00:00',
  timestamptz: '2026-04-01 00:00:00+00',
  interval: '1 day',
};

/** Asks PostgreSQL what statements need and return, without running them. */
export class Describer {
  private readonly types = new Map<number, TypeRow>();
  /** Which columns of tables are NOT NULL, by "schema.table.column" and by "oid.number". */
  private readonly required = new Map<string, boolean>();
  private readonly described = new Map<string, Promise<Description>>();

  private constructor(private readonly client: Client) {}

  static async connect(url: string): Promise<Describer> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const describer = new Describer(client);
    await describer.readCatalogue();
    return describer;
  }

  end(): Promise<void> {
    return this.client.end();
  }

  /** @throws the database's error for a statement that it refuses */
  describe(text: string): Promise<Description> {
    const known = this.described.get(text) ?? this.ask(text);
    this.described.set(text, known);
    return known;
  }

  private async ask(text: string): Promise<Description> {
    const { params, fields } = await new Promise<Described>((resolve, reject) => {
      this.client.query(new DescribeRequest(text, resolve, reject));
    });
    const nulls = fields.length > 0 ? new NullsOfPlan(await this.planOf(text), this.required) : undefined;
    const columns = fields.map((field, index) => ({
      name: field.name,
      type: this.types.get(field.dataTypeID)!.name,
      shape: this.shapeOf(field.dataTypeID),
      mayBeNull: nulls!.mayBeNull(index, this.required.get(`${field.tableID}.${field.columnID}`)),
    }));
    return { params, columns };
  }

  /**
   * Whether PostgreSQL can prove from conditions and CHECK constraints that a returned column is never null: it then
   * plans a search for such rows as one that finds nothing. Only for statements that read.
   */
  async provesNotNull(text: string, column: string): Promise<boolean> {
    const withoutEnd = text.replace(
      /\s+(LIMIT\s+\S+|FOR\s+(NO\s+KEY\s+)?(UPDATE|SHARE)(\s+OF\s+\w+)?)\s*$/i,
      '',
    );
    if (/\b(INSERT|UPDATE|DELETE|MERGE)\b/i.test(withoutEnd)) return false;
    const plan = await this.planOf(
      `SELECT FROM (${withoutEnd}) AS row WHERE ${escapeIdentifier(column)} IS NULL`,
    );
    return isEmpty(plan);
  }

  async rows<T extends object>(text: string): Promise<T[]> {
    return (await this.client.query<T>(text)).rows;
  }

  /** The tables that a statement reads, behind views as well. */
  async tablesOf(text: string): Promise<string[]> {
    return [...new Set(tablesIn(await this.planOf(text)))].toSorted();
  }

  private async planOf(text: string): Promise<PlanNode> {
    const { rows } = await this.client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${text}`,
    );
    return rows[0]!['QUERY PLAN'][0].Plan;
  }

  private async readCatalogue(): Promise<void> {
    // By default the planner looks at CHECK constraints of partitions only
    await this.client.query('SET constraint_exclusion = on');
    const typeRows = await this.client.query<TypeRow>(
      `SELECT oid, typname AS name, CASE WHEN typcategory = 'A' THEN typelem END AS element FROM pg_type`,
    );
    for (const row of typeRows.rows) this.types.set(row.oid, row);
    const columns = await this.client.query<{
      oid: number;
      table: string;
      number: number;
      name: string;
      required: boolean;
    }>(
      `SELECT c.oid, n.nspname || '.' || c.relname AS table, a.attnum AS number, a.attname AS name, a.attnotnull AS required
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p')`,
    );
    for (const { oid, table, number, name, required } of columns.rows) {
      this.required.set(`${oid}.${number}`, required);
      this.required.set(`${table}.${name}`, required);
    }
  }

  private shapeOf(oid: number): Shape {
    const { name, element } = this.types.get(oid)!;
    const sample = samples[element === null ? name : (this.types.get(element)?.name ?? '')] ?? 'x';
    const parse = types.getTypeParser(oid, 'text') as (text: string) => unknown;
    const isJson = (value: unknown) => name.replace('_', '').startsWith('json') && typeof value === 'object';
    const value = parse(element === null ? sample : `{${JSON.stringify(sample)}}`);
    const shape = (each: unknown): Shape => (isJson(each) ? 'json' : shapeOfValue(each));
    return Array.isArray(value) ? { items: shape(value[0]) } : shape(value);
  }
}

function shapeOfValue(value: unknown): Shape {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return typeof value as Shape;
  }
  if (value instanceof Date) return 'Date';
  return value instanceof Uint8Array ? 'Buffer' : 'object';
}

/** Whether a plan is known to find nothing. */
function isEmpty(plan: PlanNode): boolean {
  if (plan['Node Type'] === 'Result') return plan['One-Time Filter'] === 'false';
  return plan.Plans?.length === 1 && isEmpty(plan.Plans[0]!);
}

function tablesIn(plan: PlanNode): string[] {
  const own = plan['Relation Name'] === undefined ? [] : [plan['Relation Name']];
  return [...own, ...(plan.Plans ?? []).flatMap(tablesIn)];
}

interface Described {
  params: number;
  fields: FieldDef[];
}

/** Sends Parse and Describe, for which pg has no function. */
class DescribeRequest implements Submittable {
  private params = 0;
  private fields: FieldDef[] = [];

  constructor(
    private readonly text: string,
    private readonly resolve: (described: Described) => void,
    private readonly reject: (problem: unknown) => void,
  ) {}

  submit(connection: Connection): void {
    connection.once('parameterDescription', ({ dataTypeIDs }: { dataTypeIDs: number[] }) => {
      this.params = dataTypeIDs.length;
    });
    connection.parse({ name: '', text: this.text, types: [] } as never, true);
    connection.describe({ type: 'S', name: '' }, true);
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.fields = fields;
  }

  handleReadyForQuery(): void {
    this.resolve({ params: this.params, fields: this.fields });
  }

  handleError(problem: unknown): void {
    this.reject(problem);
  }
}
