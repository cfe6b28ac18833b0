import { browserPaths } from '@kizuna/shared/contracts/browser-paths';
import { filledPath } from '@kizuna/shared/contracts/endpoint-input';
import { largestDocumentBytes } from '@kizuna/shared/vocabulary/materials';
import type { DetailedError, Upload } from 'tus-js-client';

/** waiting: the connection is lost, it continues by itself. */
export type MaterialUploadState = 'idle' | 'sending' | 'waiting' | 'done' | 'failed' | 'signIn';

const retryMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/** Why a chosen file cannot be a PDF, checked before anything is sent; null if it may be one. */
export function pdfFileProblem(
  file: Pick<File, 'name' | 'size' | 'type'>,
): 'kind' | 'large' | 'empty' | null {
  if (file.size === 0) return 'empty';
  if (file.type !== 'application/pdf' && !/\.pdf$/i.test(file.name)) return 'kind';
  return file.size > largestDocumentBytes ? 'large' : null;
}

/** Sends one PDF in chunks that resume after an interruption, and hands it to the worker at the end. */
export class MaterialUpload {
  state = $state<MaterialUploadState>('idle');
  percent = $state(0);
  #upload: Upload | undefined;

  constructor(
    readonly materialId: string,
    readonly onDone: () => void,
  ) {}

  async send(file: File): Promise<void> {
    this.state = 'sending';
    this.percent = 0;
    const { Upload } = await import('tus-js-client');
    const upload = new Upload(file, {
      endpoint: browserPaths.createUpload,
      chunkSize: 4 * 1024 * 1024,
      retryDelays: retryMs,
      metadata: { purpose: 'material', filename: file.name },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => this.#mayRetry(error),
      onProgress: (sent, all) => {
        this.state = 'sending';
        this.percent = Math.floor((sent * 100) / Math.max(1, all));
      },
      onError: (error) => this.#failed(error),
      onSuccess: () => void this.#handOver(),
    });
    this.#upload = upload;
    // the same file from an earlier visit resumes where it stopped
    const [earlier] = await upload.findPreviousUploads();
    if (earlier) upload.resumeFromPreviousUpload(earlier);
    upload.start();
  }

  async cancel(): Promise<void> {
    await this.#upload?.abort(true).catch(() => undefined);
    this.state = 'idle';
  }

  #mayRetry(error: Error | DetailedError): boolean {
    const status = ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
    if (status === 401 || (status >= 400 && status < 500 && ![409, 423, 429].includes(status))) return false;
    this.state = 'waiting';
    return true;
  }

  #failed(error: Error | DetailedError): void {
    const status = ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
    this.state = status === 401 ? 'signIn' : 'failed';
  }

  async #handOver(): Promise<void> {
    const uploadId = (this.#upload?.url ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '';
    const answer = await fetch(
      filledPath(browserPaths.addMaterialDocument, { materialId: this.materialId }),
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `material-document-${uploadId}` },
        body: JSON.stringify({ uploadId }),
      },
    ).catch(() => null);
    this.state = answer?.ok ? 'done' : answer?.status === 401 ? 'signIn' : 'failed';
    if (answer?.ok) this.onDone();
  }
}
