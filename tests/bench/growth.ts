import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import { addressOf } from '@kizuna/shared/contracts/endpoint-input';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import pg from 'pg';
import type { Measuring } from '../measuring/command.ts';
import { withCpu } from '../measuring/cpu-time.ts';
import type { Figures } from '../measuring/figure.ts';
import { measureLatencies } from '../measuring/latencies.ts';
import { officeRequests } from '../measuring/office-requests.ts';
import { sampleForOffice } from '../measuring/office-sample.ts';
import { addResidents } from '../measuring/residents.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';

const sizes = [1_000, 10_000, 100_000];
const connections = 2;
/** Of each kind at each size; fewer where they take longer than `seconds`. */
const requests = 300;
const most = 1.3;

/** One kind of request at one size. */
interface Measurement {
  p95: number;
  /** Processor time of application and PostgreSQL per request, in milliseconds; null where it is unknown. */
  cpu: number | null;
}

/**
 * [growth] What the office opens, with 1,000, 10,000 and 100,000 residents and their history: how much longer the same
 * request takes when there is a hundred times as much.
 */
export default async function growth({ figures, seconds }: Measuring): Promise<void> {
  // Without the worker nothing is encoded or sent meanwhile
  const product = await startThrowAwayProduct({ WORKER: 'none' });
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const startedAt = performance.now();
  try {
    const office = new Office(product, await cookieOfRole(product.databaseUrl, 'office'), seconds);
    const measured: Map<string, Measurement>[] = [];
    const exports: CsvAnswer[] = [];
    for (const [index, size] of sizes.entries()) {
      await addResidents(client, product, (sizes[index - 1] ?? 0) + 1, size);
      process.stderr.write(
        `growth: ${size} residents after ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
      );
      measured.push(await office.measureAll(officeRequests(await sampleForOffice(client)), index === 0));
      exports.push(await office.download());
    }
    report(figures, measured);
    figures.note('growth.export', exports.at(-1)!.total, 'ms', exports[0]!.total);
    figures.note('growth.export-first-byte', exports.at(-1)!.firstByte, 'ms', exports[0]!.firstByte);
    figures.exactly('growth.errors', office.errors, 0, 'count');
  } finally {
    await client.end();
    await product.stop();
  }
}

function report(figures: Figures, measured: readonly ReadonlyMap<string, Measurement>[]): void {
  const [small, large] = [measured[0]!, measured.at(-1)!];
  for (const [name, { p95, cpu }] of large) {
    const before = small.get(name)!;
    figures.atMost(`growth.${name}`, p95 / before.p95, most, 'ratio', before.p95);
    if (cpu !== null) figures.note(`growth.${name}.cpu`, cpu, 'ms/operation', before.cpu);
  }
}

interface CsvAnswer {
  firstByte: number;
  total: number;
}

/** Somebody of the office, who opens everything in turn. */
class Office {
  errors = 0;
  readonly #product: ThrowAwayProduct;
  readonly #cookie: string;
  readonly #seconds: number;

  constructor(product: ThrowAwayProduct, cookie: string, seconds: number) {
    this.#product = product;
    this.#cookie = cookie;
    this.#seconds = seconds;
  }

  /** @param cold whether the product has not answered these requests before */
  async measureAll(asked: ReadonlyMap<string, string[]>, cold: boolean): Promise<Map<string, Measurement>> {
    for (const [name, addresses] of asked) {
      await this.#check(name, addresses[0]!);
      await this.#load(addresses, cold ? requests / 2 : requests / 10, 2);
    }
    const measured = new Map<string, Measurement>();
    for (const [name, addresses] of asked) {
      const { result, cpu } = await withCpu(this.#product, () =>
        this.#load(addresses, requests, this.#seconds),
      );
      this.errors += result.errors;
      const perAnswer = cpu === null ? null : ((cpu.app + cpu.database) * 1000) / result.answers;
      measured.set(name, { p95: result.p95, cpu: perAnswer });
      process.stderr.write(`  ${name}: p95 ${result.p95.toFixed(1)} ms of ${result.answers}\n`);
    }
    return measured;
  }

  /** The list of all applications for Excel, in milliseconds. */
  async download(): Promise<CsvAnswer> {
    const startedAt = performance.now();
    const answer = await this.#get(addressOf(reportingEndpoints.exportApplications));
    const firstByte = performance.now() - startedAt;
    await answer.arrayBuffer();
    return { firstByte, total: performance.now() - startedAt };
  }

  async #check(name: string, address: string): Promise<void> {
    const answer = await this.#get(address);
    if (!answer.ok) throw new Error(`${name}: ${address} → ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }

  #get(address: string): Promise<Response> {
    return fetch(this.#product.origin + address, { headers: { cookie: this.#cookie } });
  }

  #load(addresses: readonly string[], count: number, seconds: number) {
    const { origin } = this.#product;
    return measureLatencies({
      origin,
      cookie: this.#cookie,
      addresses,
      connections,
      requests: count,
      seconds,
    });
  }
}
