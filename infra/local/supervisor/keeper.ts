/** A started part of the product. */
export interface Part {
  pid: number;
  /** Resolves when its process has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

export interface KeeperOptions {
  launch: () => Promise<Part>;
  /** Called with every new process, also after a restart. */
  onLaunched: (part: Part) => void;
  onRestarted: (seconds: number) => void;
  /** Called once in a while when the part keeps dying; `why` is the last reason, if it is known. */
  onTrouble: (deaths: number, why: string) => void;
}

/** A part that lived less than this died of its start; it is started again more and more slowly. */
const SHORT_LIFE_MS = 1_000;
const PAUSES_MS = [0, 200, 500, 1_000, 2_000, 3_000];
const DEATHS_WORTH_A_WORD = 5;

/** Keeps one part running: starts it again whenever it ends without having been asked to. */
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

  /** Ends the part and does not start it again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#part?.stop();
    await this.#settled;
    // a restart that was under way when the stop was asked for
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
