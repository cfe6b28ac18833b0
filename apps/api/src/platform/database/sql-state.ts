interface DriverError {
  code?: unknown;
  constraint?: unknown;
}

function driverErrorOf(error: unknown): DriverError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = (error as { driverError?: unknown }).driverError;
  return (typeof inner === 'object' && inner !== null ? inner : error) as DriverError;
}

/** The SQLSTATE of a database error (or Node's code such as ECONNREFUSED), whether or not TypeORM wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = driverErrorOf(error)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The name of the violated constraint. */
export function constraintOf(error: unknown): string | undefined {
  const name = driverErrorOf(error)?.constraint;
  return typeof name === 'string' ? name : undefined;
}

const lostCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EAI_AGAIN']);
const lostText =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;

/** Whether the database was unreachable, starting or stopping, out of resources, or too slow. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code !== undefined) {
    // 08 connection, 57P operator intervention, 53 out of resources (disk, memory, connections), 57014 timed out
    if (/^(08|53)/.test(code) || /^57P/.test(code) || code === '57014' || code === '25006') return true;
    if (lostCodes.has(code)) return true;
  }
  return error instanceof Error && lostText.test(error.message);
}
