import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import type { DetailedError, Upload } from 'tus-js-client';
import { dropUpload, fileMark, forgetUpload, keepUpload } from './kept-uploads.ts';
import { UploadPace } from './upload-pace.ts';

/**
 * sending: bytes are sent; waiting: retries by itself; paused: by the person; finishing: the server is taking it over;
 * stopped: needs the person.
 */
export type UploadState = 'sending' | 'waiting' | 'paused' | 'finishing' | 'finished' | 'stopped';
export type UploadProblem = 'changed' | 'signIn' | 'large' | 'refused' | 'disk' | 'unusable';

const chunkBytes = 8 * 1024 * 1024;
const retryMs = [1_000, 2_000, 4_000, 8_000, 15_000];
/** A connection silent for this long is considered dead, even if the browser still waits. */
const silentMs = 45_000;

const endpoint = browserPaths.createUpload;

/** Where a file goes. */
export interface UploadTarget {
  purpose: 'film' | 'material';
  /** the name under which the unfinished upload is stored in this browser; see kept-uploads */
  place: string;
  /** the path to which the upload is handed over when everything has been sent */
  handOverPath: string;
}

/** Sends one file, across interruptions and restarts, and hands it over to the worker at the end. */
export class FileUpload {
  state = $state<UploadState>('sending');
  problem = $state<UploadProblem | null>(null);
  /** the network works, but the server does not answer */
  serverAway = $state(false);
  sentBytes = $state(0);
  secondsLeft = $state<number | null>(null);
  readonly fileName: string;
  readonly sizeBytes: number;
  #upload: Upload | undefined;
  #tries = 0;
  #heardAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #pace = new UploadPace();
  readonly #watch: ReturnType<typeof setInterval>;

  constructor(
    readonly target: UploadTarget,
    readonly file: File,
    /** the address of the same file's upload from an earlier visit */
    readonly knownAddress: string | null,
    readonly onFinished?: () => void,
  ) {
    this.fileName = file.name;
    this.sizeBytes = file.size;
    this.#watch = setInterval(() => this.#lookForSilence(), 5_000);
    window.addEventListener('online', this.#online);
    window.addEventListener('offline', this.#offline);
    window.addEventListener('beforeunload', this.#leaving);
    void this.#begin();
  }

  get percent(): number {
    return Math.min(100, Math.floor((this.sentBytes * 100) / this.sizeBytes));
  }
  /** Whether it stopped at something that the person can change, and may go on after that. */
  get mayResume(): boolean {
    return this.problem === 'signIn' || this.problem === 'disk';
  }

  pause(): void {
    clearTimeout(this.#retry);
    this.state = 'paused';
    this.#pace.reset();
    this.secondsLeft = null;
    void this.#upload?.abort().catch(() => undefined);
  }

  resume(): void {
    if (this.sentBytes >= this.sizeBytes) return void this.#handOver();
    clearTimeout(this.#retry);
    this.state = 'sending';
    this.problem = null;
    this.#heardAt = Date.now();
    this.#upload?.start();
  }

  /** Cancels the upload and frees its space on the server. */
  async cancel(): Promise<void> {
    this.#end('stopped');
    await this.#upload?.abort().catch(() => undefined);
    await dropUpload(this.target.place);
  }

  async #begin(): Promise<void> {
    const { Upload } = await import('tus-js-client');
    const mark = fileMark(this.file);
    this.#upload = new Upload(this.file, {
      endpoint: this.knownAddress ? null : endpoint,
      uploadUrl: this.knownAddress,
      chunkSize: chunkBytes,
      retryDelays: null,
      metadata: { purpose: this.target.purpose, filename: this.fileName },
      storeFingerprintForResuming: false, // we store it ourselves: the library forgets an upload on every refusal
      onUploadUrlAvailable: () => this.#begun(mark),
      onProgress: (sent) => this.#progress(sent),
      onError: (error) => this.#failed(error),
      onSuccess: () => void this.#handOver(),
    });
    this.resume();
  }

  /** From here on the library may only resume: on an error response it would start another upload from zero. */
  #begun(mark: string): void {
    if (!this.#upload?.url) return;
    this.#upload.options.endpoint = null;
    const { fileName, sizeBytes } = this;
    keepUpload(this.target.place, { address: this.#upload.url, fileName, sizeBytes, mark });
  }

  #progress(sent: number): void {
    const now = Date.now();
    if (sent > this.sentBytes) this.#tries = 0;
    this.#heardAt = now;
    this.sentBytes = sent;
    this.#pace.add(sent, now);
    this.secondsLeft = this.#pace.secondsLeft(this.sizeBytes);
  }

  #failed(error: Error | DetailedError): void {
    if (this.state === 'paused') return;
    const answer = 'originalResponse' in error ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    if (answer?.getBody().includes('uploads.storage_full')) return this.#stop('disk');
    if (status === 404 || status === 410) return this.#fromZero();
    this.#answered(status);
    if (status === 0) void this.#lookAtFile();
  }

  /** The server no longer knows the upload (it expired): start another one. */
  #fromZero(): void {
    forgetUpload(this.target.place);
    if (!this.#upload) return;
    Object.assign(this.#upload, { url: null });
    Object.assign(this.#upload.options, { uploadUrl: null, endpoint });
    this.sentBytes = 0;
    this.#wait(true);
  }

  /** A file that was changed or removed looks like a lost connection; check for it. */
  async #lookAtFile(): Promise<void> {
    try {
      await this.file.slice(0, 1).arrayBuffer();
    } catch {
      this.#stop('changed');
    }
  }

  /** Handles an error response: wait and retry, or report the problem. */
  #answered(status: number): void {
    if (status === 401) return this.#stop('signIn');
    if (status === 413) return this.#stop('large');
    if (status >= 400 && status < 500 && ![408, 409, 423, 429].includes(status)) return this.#stop('refused');
    this.#wait(status > 0);
  }

  #wait(serverAway: boolean): void {
    this.state = 'waiting';
    this.serverAway = serverAway;
    this.#pace.reset();
    this.secondsLeft = null;
    clearTimeout(this.#retry);
    const delay = retryMs[Math.min(this.#tries, retryMs.length - 1)];
    this.#tries += 1;
    this.#retry = setTimeout(() => this.resume(), delay);
  }

  async #handOver(): Promise<void> {
    this.sentBytes = this.sizeBytes;
    this.state = 'finishing';
    const uploadId = (this.#upload?.url ?? '').split('/').at(-1) ?? '';
    try {
      const answer = await fetch(this.target.handOverPath, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `${this.target.purpose}-source-${uploadId}`,
        },
        body: JSON.stringify({ uploadId }),
      });
      if (answer.ok || answer.status === 404 || answer.status === 422) forgetUpload(this.target.place);
      if (answer.ok) {
        this.#end('finished');
        this.onFinished?.();
      } else if (answer.status === 404 || answer.status === 422) this.#stop('unusable');
      else this.#answered(answer.status);
    } catch {
      this.#wait(false);
    }
  }

  #stop(problem: UploadProblem): void {
    this.problem = problem;
    if (this.mayResume) this.state = 'stopped';
    else this.#end('stopped');
  }

  #end(state: 'finished' | 'stopped'): void {
    this.state = state;
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    window.removeEventListener('online', this.#online);
    window.removeEventListener('offline', this.#offline);
    window.removeEventListener('beforeunload', this.#leaving);
  }

  #lookForSilence(): void {
    if (this.state === 'sending' && Date.now() - this.#heardAt >= silentMs) this.#cut();
  }
  #cut(): void {
    void this.#upload?.abort().catch(() => undefined);
    this.#wait(false);
  }
  readonly #offline = () => {
    if (this.state === 'sending') this.#cut();
  };
  readonly #online = () => {
    if (this.state === 'waiting') this.resume();
  };
  readonly #leaving = (event: BeforeUnloadEvent) => event.preventDefault();
}
