import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import 'reflect-metadata';
import type { AnswerOf, Endpoint } from '@kizuna/shared/contracts/endpoint';
import { addressOf, type InputParameter } from '@kizuna/shared/contracts/endpoint-input';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';

import { createApi } from '../../src/app.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { loadConfig } from '../../src/platform/config/app-config.js';
import { Sql, Transactions } from '../../src/platform/database/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { OutboxDispatcher } from '../../src/platform/outbox/index.js';
import { cloneDatabase, type TestDatabase } from './database.js';
import { Mailbox } from './mailbox.js';

export interface TestResponse<T = any> {
  status: number;
  /** The parsed JSON body, or undefined where the answer is none. */
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
  raw: Buffer;
}

/** An endpoint's answer, or the fields of a refusal. */
type TestAnswer<E extends Endpoint> = [AnswerOf<E>] extends [undefined]
  ? Refusal
  : AnswerOf<E> & Omit<Refusal, keyof AnswerOf<E>>;
interface Refusal {
  code: ErrorCode;
  field: string;
  issues: { field: string; code: ErrorCode }[];
  params: Record<string, string | number>;
  requestId: string;
}
interface LooseInput {
  params?: object;
  query?: object;
  body?: unknown;
  upload?: Uint8Array;
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** Method and address of an endpoint, for `send`. */
export function requestTo(
  endpoint: Endpoint,
  input: { params?: object; query?: object } = {},
): { method: 'GET'; url: string } {
  return { method: endpoint.method as 'GET', url: addressOf(endpoint, input) };
}

/** What carries a sign-in: the cookie token; builders return it with the person. */
export interface SignedIn {
  token: string;
}

/** Requests as one person (or nobody), through the whole door: parsers, guards, contracts. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string | undefined,
  ) {}

  /** Asks an endpoint. */
  call<E extends Endpoint>(
    endpoint: E,
    ...[input]: InputParameter<E, { headers?: Record<string, string> }>
  ): Promise<TestResponse<TestAnswer<E>>> {
    return this.attempt(endpoint, (input ?? {}) as LooseInput);
  }

  /** The same with any query and body, for requests that the contract may refuse. */
  attempt<E extends Endpoint>(endpoint: E, input: LooseInput): Promise<TestResponse<TestAnswer<E>>> {
    const { body, upload, idempotencyKey, headers } = input;
    return this.send({
      ...requestTo(endpoint, input),
      headers: {
        ...(upload && endpoint.upload ? { 'content-type': endpoint.upload } : {}),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      ...payload(upload ?? body),
    });
  }

  /** An address that an answer gave (a signed file). */
  get<T = any>(url: string, headers: Record<string, string> = {}): Promise<TestResponse<T>> {
    return this.send({ method: 'GET', url, headers });
  }

  /** An address that is data: one that an older release issued or was asked at. */
  post<T = any>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<TestResponse<T>> {
    return this.send({ method: 'POST', url, headers, ...payload(body) });
  }

  /** Anything else: bodies that are not JSON, addresses, headers. */
  async send<T = any>(options: InjectOptions): Promise<TestResponse<T>> {
    const headers = { ...(this.cookie ? { cookie: `kizuna_sid=${this.cookie}` } : {}), ...options.headers };
    const answer = await this.app.inject({ ...options, headers });
    const json = String(answer.headers['content-type'] ?? '').includes('json') && answer.payload !== '';
    return {
      status: answer.statusCode,
      body: (json ? answer.json() : undefined) as T,
      headers: answer.headers,
      raw: answer.rawPayload,
    };
  }
}

function payload(body: unknown): Pick<InjectOptions, 'payload'> {
  return body === undefined ? {} : { payload: body as Record<string, unknown> };
}

export interface TestApi {
  app: NestFastifyApplication;
  clock: FixedClock;
  mailbox: Mailbox;
  databaseUrl: string;
  anonymous: TestClient;
  as(person: SignedIn): TestClient;
  /** A provider of the app. */
  get: NestFastifyApplication['get'];
  /** Rows straight from the database. */
  rows<T = Record<string, any>>(text: string, params?: unknown[]): Promise<T[]>;
  /** A write straight into the database (builders only). */
  write(text: string, params?: unknown[]): Promise<void>;
  /** Tells every waiting event and runs every waiting job until nothing waits. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The moment tests begin at unless told: a Wednesday, 10:00 in Japan. */
export const testNow = '2026-06-10T10:00:00+09:00';

export interface TestApiOptions {
  now?: string;
  env?: Record<string, string>;
  /** Instead of an empty, migrated database; dropped by `close` all the same. */
  database?: TestDatabase;
  /** Folder of the files that belong to `database`; removed by `close` all the same. */
  dataDir?: string;
  /** Leaves database and files to the caller. */
  keep?: boolean;
}

/** The whole API on its own database, with a stopped clock and a real mail server. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.database ?? (await cloneDatabase());
  const mailbox = new Mailbox();
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'kizuna-test-')));
  const clock = new FixedClock(options.now ?? testNow);
  const config = loadConfig({
    DATABASE_URL: database.url,
    SMTP_URL: await mailbox.listen(),
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PUBLIC_ORIGIN: 'http://localhost:3000',
    ...options.env,
  });
  const app = await createApi({ config, clock });

  const settle = async () => {
    for (let round = 0; round < 50; round += 1) {
      let worked = false;
      while (await app.get(OutboxDispatcher).dispatchNext()) worked = true;
      if ((await app.get(Jobs).runWaiting()) > 0) worked = true;
      if (!worked) return;
    }
    throw new Error('the outbox and the jobs do not come to rest');
  };

  return {
    app,
    clock,
    mailbox,
    databaseUrl: database.url,
    anonymous: new TestClient(app, undefined),
    as: (person) => new TestClient(app, person.token),
    get: app.get.bind(app),
    rows: (text, params = []) => app.get(Sql).query(text, params),
    write: async (text, params = []) => {
      await app.get(Transactions).run(() => app.get(Sql).query(text, params));
    },
    settle,
    close: async () => {
      await app.close();
      await mailbox.close();
      if (options.keep) return;
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
