/** Statements with different parameters that are kept at once; the oldest goes first. */
const most = 2_000;

/**
 * Rows of the office's content, kept in the process under the version that they were read at. Another version drops
 * them all. Rows are as new as their version or newer: the version is read before them.
 */
export class KeptRows {
  private version: string | undefined;
  private readonly rows = new Map<string, Promise<readonly unknown[]>>();

  /** The rows of `key` at this version; reads them with `ask` where they are not kept. A failure is not kept. */
  find<T>(version: string, key: string, ask: () => Promise<T[]>): Promise<T[]> {
    if (version !== this.version) {
      this.rows.clear();
      this.version = version;
    }
    const known = this.rows.get(key);
    if (known) return known as Promise<T[]>;
    const asked = ask().then(frozen);
    this.rows.set(key, asked);
    if (this.rows.size > most) this.rows.delete(this.rows.keys().next().value!);
    asked.catch(() => {
      if (this.rows.get(key) === asked) this.rows.delete(key);
    });
    return asked;
  }
}

/** Frozen in depth: everybody who asks gets the same rows. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
