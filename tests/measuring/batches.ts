import { setTimeout as wait } from 'node:timers/promises';

/** Progress of a batch, as returned by the API. */
export interface Batch {
  certificateBatchId: string;
  finishedAt: string | null;
  total: number;
  issued: number;
  refused: number;
  refusals: { code: string }[];
}

/** The office of a throw-away product, for issuing certificates. */
export class IssuingOffice {
  readonly #origin: string;
  readonly #cookie: string;

  constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** Requests certificates for a list of enrolments. @throws Error with the API's response if it is refused */
  async ask(enrolmentIds: readonly string[], key: string): Promise<Batch> {
    const answer = await fetch(`${this.#origin}/api/office/certificates`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ enrolmentIds }),
    });
    if (answer.status !== 202) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Batch;
  }

  /** Progress of a batch. @throws Error if the API does not return it */
  async look(batchId: string): Promise<Batch> {
    return this.get<Batch>(`/api/office/certificate-batches/${batchId}`);
  }

  /** A JSON response of the API. @throws Error outside 2xx */
  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.#origin}${path}`, { headers: { cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`GET ${path} → ${answer.status}`);
    return (await answer.json()) as T;
  }

  /** A file from the API. @throws Error outside 2xx */
  async file(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.#origin}${path}`, { headers: { cookie: this.#cookie } });
    if (!answer.ok) throw new Error(`GET ${path} → ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Waits until no item of a batch is waiting. @throws Error after this many seconds */
  async finished(batchId: string, seconds: number): Promise<Batch> {
    for (const end = performance.now() + seconds * 1000; ; await wait(200)) {
      const batch = await this.look(batchId);
      if (batch.finishedAt !== null) return batch;
      if (performance.now() > end)
        throw new Error(`${batch.issued} of ${batch.total} certificates in ${seconds} s`);
    }
  }
}
