/** A started part of the product. */
export interface Part {
  pid: number;
  /** Resolves when its process has ended, for whatever reason. */
  exited: Promise<void>;
  /** Stops it in order. */
  stop(): Promise<void>;
}

export interface KeeperOptions {
  launch: () => Promise<Part>;
  /** Called with every new process, including after a restart. */
  onLaunched: (part: Part) => void;
  onRestarted: (seconds: number) => void;
  /** Called occasionally if the part keeps crashing; `why` is the last reason, if known. */
  onTrouble: (deaths: number, why: string) => void;
}

/** A part that ran for less than this failed during its start; it is restarted with increasing delay. */
const SHORT_LIFE_MS = 1_000;
const PAUSES_MS = [0, 200, 500, 1_000, 2_000, 3_000];
const DEATHS_WORTH_A_WORD = 5;

/** Keeps one part running: restarts it whenever it ends without being asked to. */
export class Keeper {
  readonly #options: KeeperOptions;
  #part: Part | undefined;
  #stopping = false;
  #settled: Promise<void> = Promise.resolve();
  #shortLives = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Starts the part for the first time. @throws what `launch` throws */
  async start(): Promise<void> {
    this.#accept(await this.#options.launch());
  }

  /** Stops the part and does not restart it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#part?.stop();
    await this.#settled;
    // a restart that was in progress when the stop was requested
    await this.#part?.stop();
  }

  #accept(part: Part): void {
    const readyAt = Date.now();
    this.#part = part;
    this.#options.onLaunched(part);
    void part.exited.then(() => {
      this.#part = undefined;
      if (this.#stopping) return;
      this.#shortLives = Date.now() - readyAt < SHORT_LIFE_MS ? this.#shortLives + 1 : 0;
      this.#settled = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    const diedAt = Date.now();
    let why = '';
    while (!this.#stopping) {
      if (this.#shortLives > 0 && this.#shortLives % DEATHS_WORTH_A_WORD === 0) {
        this.#options.onTrouble(this.#shortLives, why);
      }
      await pause(PAUSES_MS[Math.min(this.#shortLives, PAUSES_MS.length - 1)] ?? 0);
      if (this.#stopping) return;
      try {
        this.#accept(await this.#options.launch());
        this.#options.onRestarted((Date.now() - diedAt) / 1000);
        return;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
        this.#shortLives += 1;
      }
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
