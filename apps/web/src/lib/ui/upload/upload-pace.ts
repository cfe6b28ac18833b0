interface Sample {
  atMs: number;
  bytes: number;
}

const windowMs = 20_000;
const settleMs = 3_000;

/**
 * The speed of an upload, measured over the last twenty seconds so that an interruption or a faster connection soon
 * shows.
 */
export class UploadPace {
  #samples: Sample[] = [];

  /** Discards the measurements: after a pause or an interruption. */
  reset(): void {
    this.#samples = [];
  }

  add(bytes: number, atMs: number): void {
    this.#samples = [...this.#samples.filter((sample) => atMs - sample.atMs <= windowMs), { atMs, bytes }];
  }

  /** Seconds until everything is sent; null while too little is known. */
  secondsLeft(total: number): number | null {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.atMs - first.atMs < settleMs || last.bytes <= first.bytes) return null;
    const bytesPerSecond = ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
    return Math.ceil((total - last.bytes) / bytesPerSecond);
  }
}
