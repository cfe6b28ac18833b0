import type { SavedAnswer } from '@kizuna/shared/contracts/assessment';
import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';

/** waiting: stored on this device and retried automatically. */
export type SaveState = 'idle' | 'saving' | 'saved' | 'waiting' | 'signIn' | 'refused';

interface Kept {
  choiceKeys: string[];
  sequence: number;
}

const retryMs = 4_000;
/**
 * Sequence numbers count seconds from here, so that they increase across visits and devices and stay below the
 * contract's limit.
 */
const sequenceEpoch = Date.UTC(2025, 0, 1);

/** The number of the next change; increases even if two changes happen within one second. */
export function nextSequence(last: number, now: number): number {
  return Math.max(last + 1, Math.floor((now - sequenceEpoch) / 1000));
}

/**
 * Saves every answer of an attempt as it is given. What the server has not confirmed stays on this device and is sent
 * again; an answer is shown as saved only after the server has confirmed it.
 */
export class AnswerSaver {
  readonly #attemptId: string;
  readonly #onState: (questionKey: string, state: SaveState) => void;
  readonly #pending: Map<string, Kept>;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor(attemptId: string, onState: (questionKey: string, state: SaveState) => void) {
    this.#attemptId = attemptId;
    this.#onState = onState;
    this.#pending = new Map(Object.entries(this.#read()));
  }

  /** Choices that the server has not confirmed yet, from this or an earlier visit. */
  unsaved(questionKey: string): string[] | undefined {
    return this.#pending.get(questionKey)?.choiceKeys;
  }
  get unsavedCount(): number {
    return this.#pending.size;
  }

  /** Records a change and sends it. */
  change(questionKey: string, choiceKeys: string[]): Promise<void> {
    this.#last = nextSequence(this.#last, Date.now());
    this.#pending.set(questionKey, { choiceKeys, sequence: this.#last });
    this.#write();
    return this.send();
  }

  /** The page's form has saved this answer itself. */
  confirmed(questionKey: string): void {
    this.#pending.delete(questionKey);
    this.#write();
  }

  /** Sends all unsaved answers, one after the other; resolves when nothing more can be done for now. */
  send(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    for (let next = this.#first(); next; next = this.#first()) {
      const [questionKey, kept] = next;
      this.#onState(questionKey, 'saving');
      const state = await this.#put(questionKey, kept);
      const changed = this.#pending.get(questionKey) !== kept;
      if (state === 'saved' && !changed) this.confirmed(questionKey);
      if (!changed) this.#onState(questionKey, state);
      if (state === 'waiting') this.#timer = setTimeout(() => void this.send(), retryMs);
      if (state !== 'saved') return;
    }
  }

  #first(): [string, Kept] | undefined {
    return this.#pending.entries().next().value;
  }

  async #put(questionKey: string, kept: Kept): Promise<SaveState> {
    try {
      const address = filledPath(browserPaths.saveAnswer, { attemptId: this.#attemptId, questionKey });
      const response = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(kept),
      });
      if (!response.ok) return this.#refusal(questionKey, response.status);
      return ((await response.json()) as SavedAnswer).questionKey === questionKey ? 'saved' : 'waiting';
    } catch {
      return 'waiting'; // no network
    }
  }

  #refusal(questionKey: string, status: number): SaveState {
    if (status === 401) return 'signIn';
    if (status >= 500 || status === 429) return 'waiting';
    this.#pending.delete(questionKey); // the attempt is over or the question no longer exists: it will never be accepted
    this.#write();
    return 'refused';
  }

  // a private window may refuse storage: then only this page's memory is available for retries
  #read(): Record<string, Kept> {
    try {
      return JSON.parse(localStorage.getItem(this.#place()) ?? '{}') as Record<string, Kept>;
    } catch {
      return {};
    }
  }
  #write(): void {
    try {
      if (this.#pending.size === 0) localStorage.removeItem(this.#place());
      else localStorage.setItem(this.#place(), JSON.stringify(Object.fromEntries(this.#pending)));
    } catch {
      /* nothing else to do */
    }
  }
  #place(): string {
    return `kizuna-answers:${this.#attemptId}`;
  }
}
