/** A node of what EXPLAIN (VERBOSE, FORMAT JSON) returns. */
export interface PlanNode {
  'Node Type': string;
  'Parent Relationship'?: string;
  'Subplan Name'?: string;
  'Join Type'?: string;
  Schema?: string;
  'Relation Name'?: string;
  Alias?: string;
  Strategy?: string;
  Filter?: string;
  'One-Time Filter'?: string;
  Output?: string[];
  Plans?: PlanNode[];
}

/** Which columns of tables are NOT NULL, by "schema.table.column". */
export type RequiredColumns = ReadonlyMap<string, boolean>;

const column = /^(?:("(?:[^"]|"")+"|\w+)\.)?("(?:[^"]|"")+"|[a-z_]\w*)$/;
const columns = /(?<![\w"'.])(?:("(?:[^"]|"")+"|[a-z_]\w*)\.)?("(?:[^"]|"")+"|[a-z_]\w*)(?![\w"'.(])/g;

const isNotNull = /^(?:("(?:[^"]|"")+"|\w+)\.)?("(?:[^"]|"")+"|\w+) IS NOT NULL$/;

/** Aggregates that return null where there are no rows. */
const aggregate =
  /^(max|min|sum|avg|array_agg|string_agg|jsonb?_agg|jsonb?_object_agg|bool_and|bool_or|every|range_agg)\(/;

/** Parts of expressions that need not be null where one of their arguments is. */
const nullAware =
  /\b(COALESCE|CASE|IS|EXISTS|ARRAY|ANY|ALL|AND|OR|OVER|FILTER|SubPlan|InitPlan|ROW)\b|\b(count|concat|concat_ws|format|\w*agg|\w*build\w*)\(/;

/**
 * What a plan says about nulls. The schema says which columns are NOT NULL; the plan, which tables an outer join may leave
 * without a row, which conditions the rows fulfil, and what an expression returns where there are no rows.
 */
export class NullsOfPlan {
  /** The table behind each alias; undefined for subqueries and functions. */
  private readonly tables = new Map<string, string | undefined>();
  /** Aliases that an outer join may leave without a row. */
  private readonly optional = new Set<string>();
  /** Columns whose nulls a condition leaves out, as "alias.column". */
  private readonly excluded = new Set<string>();
  private readonly subplans = new Map<string, PlanNode>();
  private readonly aggregatesAll: boolean;

  constructor(
    private readonly plan: PlanNode,
    private readonly required: RequiredColumns,
  ) {
    this.visit(plan, false);
    this.aggregatesAll = firstAggregate(plan)?.Strategy === 'Plain';
  }

  /**
   * Whether a returned column may be null, as far as the plan says.
   * @param origin whether the table's column that it comes from is NOT NULL, if it comes from one
   */
  mayBeNull(index: number, origin?: boolean): boolean {
    const output = this.plan.Output?.[index];
    return output !== undefined && this.expressionMayBeNull(output, origin);
  }

  private expressionMayBeNull(output: string, origin?: boolean): boolean {
    const expression = withoutWrapping(output);
    const [, alias, name] = column.exec(expression) ?? [];
    if (name !== undefined) return this.columnMayBeNull(alias, name, origin);
    if (/^NULL$|^NULLIF\(/.test(expression)) return true;
    if (/^CASE /.test(expression)) return / (ELSE|THEN) NULL\b/.test(expression);
    if (aggregate.test(expression)) return this.aggregatesAll || / FILTER \(/.test(expression);
    const [, subplan] = /^\(?((?:SubPlan|InitPlan) \w+)\)?(?:\.col1)?$/.exec(expression) ?? [];
    if (subplan !== undefined) return this.subplanMayBeNull(subplan);
    if (nullAware.test(expression)) return false;
    const parts = expression.replace(/'(?:[^']|'')*'(::[\w ]+(\[\])?)?|::[\w ]+/g, '');
    return [...parts.matchAll(columns)].some(([, of, part]) => this.columnMayBeNull(of, part!, undefined));
  }

  private columnMayBeNull(written: string | undefined, name: string, origin: boolean | undefined): boolean {
    // In a statement of a single table PostgreSQL writes columns without it
    const alias = unquoted(written ?? (this.tables.size === 1 ? [...this.tables.keys()][0]! : ''));
    if (this.optional.has(alias)) return true;
    if (this.excluded.has(`${alias}.${unquoted(name)}`)) return false;
    const table = this.tables.get(alias);
    const required = table === undefined ? origin : this.required.get(`${table}.${unquoted(name)}`);
    return required === false;
  }

  private subplanMayBeNull(name: string): boolean {
    const plan = this.subplans.get(name);
    const aggregates = plan?.['Node Type'] === 'Aggregate' && plan.Strategy === 'Plain';
    return aggregates && new NullsOfPlan(plan, this.required).mayBeNull(0);
  }

  private visit(node: PlanNode, optional: boolean): void {
    if (node.Alias !== undefined) {
      const table = node['Relation Name'];
      this.tables.set(node.Alias, table === undefined ? undefined : `${node.Schema}.${table}`);
      if (optional) this.optional.add(node.Alias);
      for (const [of, name] of notNullIn(node.Filter ?? '')) {
        this.excluded.add(`${unquoted(of ?? node.Alias)}.${unquoted(name)}`);
      }
    }
    const join = node['Join Type'];
    for (const child of node.Plans ?? []) {
      const side = child['Parent Relationship'];
      if (side === 'InitPlan' || side === 'SubPlan') {
        this.subplans.set(child['Subplan Name'] ?? '', child);
        continue;
      }
      const missing =
        join === 'Full' || (join === 'Left' && side === 'Inner') || (join === 'Right' && side === 'Outer');
      this.visit(child, optional || missing);
    }
  }
}

/** The aggregate of the statement itself, not of one of its subqueries. */
function firstAggregate(node: PlanNode): PlanNode | undefined {
  if (node['Node Type'] === 'Aggregate') return node;
  if (node.Alias !== undefined) return undefined;
  return node.Plans?.map(firstAggregate).find((found) => found !== undefined);
}

/** The columns of which a filter says "IS NOT NULL", as one of several conditions that must all hold. */
function notNullIn(filter: string): [alias: string | undefined, name: string][] {
  return conditionsOf(withoutWrapping(filter)).flatMap((condition) => {
    const [, alias, name] = isNotNull.exec(withoutWrapping(condition)) ?? [];
    return name === undefined ? [] : [[alias, name]];
  });
}

/** "(a) AND (b)" as its conditions. */
function conditionsOf(text: string): string[] {
  const end = text.startsWith('(') ? closingOf(text) + 1 : text.length;
  const rest = text.slice(end);
  if (rest.startsWith(' AND ')) return [text.slice(0, end), ...conditionsOf(rest.slice(5))];
  return rest === '' ? [text] : [];
}

/** Without the parentheses and casts around the whole; neither makes a null of something. */
function withoutWrapping(text: string): string {
  const bare = text.replace(/::[\w ]+(\[\])?(\([\d,]+\))?$/, '');
  const inner = bare.startsWith('(') && closingOf(bare) === bare.length - 1 ? bare.slice(1, -1) : bare;
  return inner === text ? text : withoutWrapping(inner);
}

function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
