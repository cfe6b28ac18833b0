/** A failure that the user at the terminal can fix. Shown as it is, without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The system's error code (`ENOENT`, `ECONNREFUSED` …) of an unknown error, else an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
