interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (problem: unknown) => void;
}

/** Maximum number of concurrent queries; look-ups that arrive meanwhile wait for the next one. */
const mostUnderWay = 2;

/**
 * Batches look-ups by key that arrive while others are running into one query: under load a query per key costs more in
 * messages than in rows. A single look-up is sent at once. Results are not cached.
 */
export class GatheredLook<K, V> {
  private waiting: Waiting<K, V>[] = [];
  private underWay = 0;

  /** @param ask returns a value for every key, in the order of the keys */
  constructor(
    private readonly ask: (keys: readonly K[]) => Promise<readonly V[]>,
    private readonly mostAtOnce = 100,
  ) {}

  /** Looks up the value of a key. @throws the error of `ask`, for all keys of the batch */
  find(key: K): Promise<V> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.askNext();
    });
  }

  private askNext(): void {
    if (this.underWay >= mostUnderWay || this.waiting.length === 0) return;
    const together = this.waiting.splice(0, this.mostAtOnce);
    this.underWay += 1;
    this.ask(together.map(({ key }) => key))
      .then(
        (values) => together.forEach(({ resolve }, index) => resolve(values[index]!)),
        (problem: unknown) => together.forEach(({ reject }) => reject(problem)),
      )
      .finally(() => {
        this.underWay -= 1;
        this.askNext();
      });
  }
}
