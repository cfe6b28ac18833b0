import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';
import type {
  PlaybackBody,
  PlaybackView,
  WatchReportBody,
  WatchView,
} from '@kizuna/shared/contracts/learning';
import type { FilmState } from './played-record.ts';
import { post, type RecordTrouble } from './record-post.ts';
import { forgetReport, keepReport, type WaitingReport } from './waiting-reports.ts';

interface Options {
  personId: string;
  enrolmentId: string;
  lessonId: string;
  /** The film being shown: the lesson's own or its digest. */
  videoId: NonNullable<PlaybackBody['videoId']>;
  read: () => FilmState;
  onView: (view: WatchView) => void;
  onTrouble: (trouble: RecordTrouble) => void;
}

const retryMs = 5_000;

/**
 * Reports what was watched. Every report contains everything played in this playback, so a lost one costs nothing; the
 * last unconfirmed one is stored on this device and sent again, also from another page and after the page was closed
 * (sending-waiting.ts). The server decides what counts.
 */
export class WatchReporter {
  readonly #options: Options;
  readonly #reports: string;
  #playbackId: string | null = null;
  #sequence = 0;
  #failed = 0;
  #busy = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#reports = filledPath(browserPaths.reportWatching, options);
  }

  /** Reports what was played so far; if a report is in progress, one more follows it. */
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

  /** The page is being closed: the report must outlive it. */
  leave(): void {
    clearTimeout(this.#timer);
    const body = this.#next();
    if (!body) return;
    this.#keep(body, this.#failed + 1); // should it not arrive, this was its first try
    void post<WatchView>(this.#reports, body, true).then((outcome) => {
      if ('answer' in outcome) forgetReport(localStorage, body);
    });
  }

  /** Stops retrying when the person leaves the page inside the site. */
  stop(): void {
    this.leave();
    this.#options.onTrouble = () => undefined;
  }

  async #send(): Promise<RecordTrouble> {
    const opened = await this.#open();
    if (opened !== null) return opened;
    const body = this.#next();
    if (!body) return null;
    this.#keep(body, this.#failed);
    const outcome = await post<WatchView>(this.#reports, body);
    if ('answer' in outcome) {
      forgetReport(localStorage, body);
      this.#options.onView(outcome.answer);
      return null;
    }
    this.#failed += 1;
    if (outcome.trouble !== 'unknown') {
      this.#keep(body, this.#failed);
      return outcome.trouble;
    }
    // the server no longer knows this playback: a new one takes over everything that was played
    this.#playbackId = null;
    forgetReport(localStorage, body);
    return 'waiting';
  }

  async #open(): Promise<RecordTrouble> {
    if (this.#playbackId) return null;
    const body: PlaybackBody = { videoId: this.#options.videoId };
    const outcome = await post<PlaybackView>(filledPath(browserPaths.startPlayback, this.#options), body);
    if ('trouble' in outcome) return outcome.trouble === 'unknown' ? 'refused' : outcome.trouble;
    this.#playbackId = outcome.answer.playbackId;
    this.#sequence = 0;
    return null;
  }

  #next(): WatchReportBody | null {
    if (!this.#playbackId) return null;
    this.#sequence += 1;
    return {
      playbackId: this.#playbackId,
      sequence: this.#sequence,
      ...this.#options.read(),
      failedReports: this.#failed,
    };
  }

  #keep(body: WatchReportBody, failedReports: number): void {
    const { personId, enrolmentId, lessonId } = this.#options;
    const report: WaitingReport = {
      personId,
      enrolmentId,
      lessonId,
      keptAt: Date.now(),
      body: { ...body, failedReports },
    };
    keepReport(localStorage, report);
  }
}
