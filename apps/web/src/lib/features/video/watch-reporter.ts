import type { PlaybackView, WatchReportBody, WatchView } from '@kizuna/shared/contracts/learning';

/** waiting: not sent yet, tried again by itself; signIn: the sign-in has ended; refused: the page must be reopened. */
export type RecordTrouble = 'waiting' | 'signIn' | 'refused' | null;

type Ranges = [number, number][];
export interface FilmState {
  playedRanges: Ranges;
  positionMs: number;
}
interface Options {
  enrolmentId: string;
  lessonId: string;
  read: () => FilmState;
  onView: (view: WatchView) => void;
  onTrouble: (trouble: RecordTrouble) => void;
}
type Outcome<T> = { answer: T } | { trouble: 'waiting' | 'signIn' | 'refused' | 'unknown' };

const retryMs = 5_000;

/** What the element itself says it has played, whole milliseconds. */
export function filmState(film: HTMLVideoElement): FilmState {
  const playedRanges: Ranges = [];
  for (let i = 0; i < film.played.length; i++)
    playedRanges.push([Math.floor(film.played.start(i) * 1000), Math.floor(film.played.end(i) * 1000)]);
  return { playedRanges, positionMs: Math.floor(film.currentTime * 1000) };
}

/**
 * Reports what was watched. Every report holds everything this playback has played, so a lost one costs nothing; the
 * last unanswered one is kept on this device and sent again, also after the page was closed. The server decides what
 * counts.
 */
export class WatchReporter {
  readonly #options: Options;
  readonly #address: string;
  readonly #place: string;
  #playbackId: string | null = null;
  #sequence = 0;
  #busy = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#address = `/api/me/enrolments/${options.enrolmentId}/lessons/${options.lessonId}`;
    this.#place = `kizuna-watch:${options.enrolmentId}:${options.lessonId}`;
  }

  /** Sends what an earlier visit could not. */
  async sendKept(): Promise<void> {
    const kept = this.#kept();
    if (!kept) return;
    const outcome = await post<WatchView>(`${this.#address}/watch-reports`, kept);
    if ('answer' in outcome) {
      this.#forget();
      this.#options.onView(outcome.answer);
    } else if (outcome.trouble === 'unknown' || outcome.trouble === 'refused') this.#forget();
    else this.#options.onTrouble(outcome.trouble);
  }

  /** Says now what was played so far; while a report is under way, one more follows it. */
  async report(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    clearTimeout(this.#timer);
    const trouble = await this.#send();
    this.#busy = false;
    this.#options.onTrouble(trouble);
    if (trouble === 'waiting') this.#timer = setTimeout(() => void this.report(), retryMs);
    else if (this.#again && trouble === null) {
      this.#again = false;
      void this.report();
    }
  }

  /** The page goes away: the report must outlive it. */
  leave(): void {
    clearTimeout(this.#timer);
    const body = this.#next();
    if (!body) return;
    this.#keep(body);
    void post<WatchView>(`${this.#address}/watch-reports`, body, true).then((outcome) => {
      if ('answer' in outcome) this.#forget();
    });
  }

  /** Stops trying: the page is left inside the site. */
  stop(): void {
    this.leave();
    clearTimeout(this.#timer);
    this.#options.onTrouble = () => undefined;
  }

  async #send(): Promise<RecordTrouble> {
    const opened = await this.#open();
    if (opened !== null) return opened;
    const body = this.#next();
    if (!body) return null;
    this.#keep(body);
    const outcome = await post<WatchView>(`${this.#address}/watch-reports`, body);
    if ('answer' in outcome) {
      this.#forget();
      this.#options.onView(outcome.answer);
      return null;
    }
    if (outcome.trouble !== 'unknown') return outcome.trouble;
    // the server no longer knows this playback: a new one takes over everything that was played
    this.#playbackId = null;
    this.#forget();
    return 'waiting';
  }

  async #open(): Promise<RecordTrouble> {
    if (this.#playbackId) return null;
    const outcome = await post<PlaybackView>(`${this.#address}/playbacks`);
    if ('trouble' in outcome) return outcome.trouble === 'unknown' ? 'refused' : outcome.trouble;
    this.#playbackId = outcome.answer.playbackId;
    this.#sequence = 0;
    return null;
  }

  #next(): WatchReportBody | null {
    if (!this.#playbackId) return null;
    this.#sequence += 1;
    return { playbackId: this.#playbackId, sequence: this.#sequence, ...this.#options.read() };
  }

  // a private window may refuse storage: then only this page's own memory retries
  #keep(body: WatchReportBody): void {
    try {
      localStorage.setItem(this.#place, JSON.stringify(body));
    } catch {
      /* nothing else to do */
    }
  }
  #forget(): void {
    try {
      localStorage.removeItem(this.#place);
    } catch {
      /* nothing was kept */
    }
  }
  #kept(): WatchReportBody | null {
    try {
      return JSON.parse(localStorage.getItem(this.#place) ?? 'null') as WatchReportBody | null;
    } catch {
      return null;
    }
  }
}

async function post<T>(address: string, body?: unknown, keepalive = false): Promise<Outcome<T>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      keepalive,
    });
    if (response.ok) return { answer: (await response.json()) as T };
    if (response.status === 401) return { trouble: 'signIn' };
    if (response.status === 404) return { trouble: 'unknown' };
    return { trouble: response.status >= 500 || response.status === 429 ? 'waiting' : 'refused' };
  } catch {
    return { trouble: 'waiting' }; // no network
  }
}
