interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (problem: unknown) => void;
}

/** Looks under way at once; those that come meanwhile wait for the next. */
const mostUnderWay = 2;

/**
 * Look-ups by key that come while others are being asked go together as one query: under load a query for every key
 * costs more in messages than in rows. A single one is asked at once. Nothing is kept after it was answered.
 */
export class GatheredLook<K, V> {
  private waiting: Waiting<K, V>[] = [];
  private underWay = 0;

  /** @param ask answers a value for every key, in the order of the keys */
  constructor(
    private readonly ask: (keys: readonly K[]) => Promise<readonly V[]>,
    private readonly mostAtOnce = 100,
  ) {}

  /** The value of a key. @throws what `ask` throws, for all that were asked together */
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
