import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import { addressOf } from '@kizuna/shared/contracts/endpoint-input';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import pg from 'pg';
import { startCpu, type CpuUse } from './cpu-time.ts';
import { measureLatencies, type Latencies } from './latencies.ts';
import { officeRequests } from './office-requests.ts';
import { sampleForOffice } from './office-sample.ts';
import { addResidents } from './residents.ts';
import { cookieOfRole } from './signed-in.ts';

const connections = 2;
const warmUp = { requests: 100, seconds: 2 };

/** The office of a product of its own, with so many residents and their history. */
export class GrownOffice {
  readonly #product: ThrowAwayProduct;
  readonly #cookie: string;
  readonly #requests: ReadonlyMap<string, string[]>;

  private constructor(product: ThrowAwayProduct, cookie: string, requests: ReadonlyMap<string, string[]>) {
    this.#product = product;
    this.#cookie = cookie;
    this.#requests = requests;
  }

  /** Starts the product and adds the residents. */
  static async open(residents: number): Promise<GrownOffice> {
    // Without the worker nothing is encoded or sent meanwhile
    const product = await startThrowAwayProduct({ WORKER: 'none' });
    const client = new pg.Client({ connectionString: product.databaseUrl });
    try {
      await client.connect();
      await addResidents(client, product, residents);
      const requests = officeRequests(await sampleForOffice(client));
      return new GrownOffice(product, await cookieOfRole(product.databaseUrl, 'office'), requests);
    } catch (error) {
      await product.stop();
      throw error;
    } finally {
      await client.end();
    }
  }

  get names(): string[] {
    return [...this.#requests.keys()];
  }

  /** Requests everything before it is measured. @throws Error where an answer is a refusal */
  async warmUp(): Promise<void> {
    for (const [name, [address]] of this.#requests) {
      const answer = await this.#get(address!);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${name}: ${address} → ${answer.status} ${text}`);
      await this.load(name, warmUp);
    }
  }

  /** Begins to measure the processor time. @returns ends it */
  startCpu(): () => CpuUse | null {
    return startCpu(this.#product);
  }

  /** A number of requests of a name, or as many as the time allows. */
  load(name: string, { requests, seconds }: { requests: number; seconds: number }): Promise<Latencies> {
    const { origin } = this.#product;
    const addresses = this.#requests.get(name)!;
    return measureLatencies({ origin, cookie: this.#cookie, addresses, connections, requests, seconds });
  }

  /** The list of all applications for Excel; times in milliseconds. */
  async download(): Promise<{ firstByte: number; total: number }> {
    const startedAt = performance.now();
    const answer = await this.#get(addressOf(reportingEndpoints.exportApplications));
    const firstByte = performance.now() - startedAt;
    await answer.arrayBuffer();
    return { firstByte, total: performance.now() - startedAt };
  }

  /** Stops the product and deletes its data. */
  stop(): Promise<void> {
    return this.#product.stop();
  }

  #get(address: string): Promise<Response> {
    return fetch(this.#product.origin + address, { headers: { cookie: this.#cookie } });
  }
}
