const startedAt = Date.now();

/** Writes one line for the user at the terminal. */
export function tell(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one line of warning for the user at the terminal. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Seconds since `since` (milliseconds of Date.now), as written on the terminal: `3.2秒`. */
export function secondsSince(since: number = startedAt): string {
  return `${((Date.now() - since) / 1000).toFixed(1)}秒`;
}
