import { Transactions } from '../../../src/platform/database/index.js';
import { Jobs } from '../../../src/platform/jobs/index.js';
import type { BuiltRun } from '../../builders/course-run.js';
import type { LearningCourse } from '../../builders/learning.js';
import { aPerson, type SignedInPerson } from '../../builders/person.js';
import type { SignedIn, TestApi, TestResponse } from '../../support/api.js';

/** A command that was sent with an idempotency key: sent again, it has to be answered in the same way. */
export interface KeptAnswer {
  what: string;
  /** The cookie of the person who sent it; null for the public. */
  token: string | null;
  path: string;
  body: unknown;
  key: string;
  status: number;
  answer: unknown;
}

/**
 * What people hold at the moment of the dump and bring back after an upgrade: cookies, cards, codes, and addresses that
 * were printed or sent. The database has only hashes of most of it.
 */
export interface Held {
  /** Cookies of open sign-ins by the name of their owner's part. */
  signIns: Record<string, string>;
  /** The cookie of an application that is filled in but not sent. */
  draft: string;
  openAttemptId: string;
  openAttemptQuestions: string[];
  card: { number: string; secret: string; address: string };
  password: { email: string; password: string };
  passwordReset: { token: string };
  walletOffer: string;
  uploadInProgress: { uploadId: string; receivedBytes: number; sizeBytes: number };
  answers: KeptAnswer[];
  /** Ids of things that the tests go on with. */
  ids: Record<string, string>;
  /** Addresses as they were printed or shown, read from the papers themselves. */
  addresses: Record<string, string>;
  /** The links in the mails that were sent, one for each page. */
  mailLinks: string[];
  /** Public documents by their path, as verifiers and wallets have fetched them. */
  documents: Record<string, string>;
}

/** Everybody and everything that the parts of the population share. */
export interface World {
  api: TestApi;
  office: SignedInPerson;
  admin: SignedInPerson;
  instructor: SignedInPerson;
  course: LearningCourse;
  run: BuiltRun;
  certifying: BuiltRun;
  districtId: string;
  held: Held;
}

interface Request {
  path: string;
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
}

/** Sends a command as somebody. @returns the body @throws Error for every refusal: a population has no mistakes */
export async function send<T = any>(
  api: TestApi,
  as: SignedIn | null,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  { path, body, key, headers = {} }: Request,
): Promise<T> {
  const client = as ? api.as(as) : api.anonymous;
  const answer: TestResponse<T> = await client.send<T>({
    method,
    url: path,
    headers: { ...headers, ...(key ? { 'idempotency-key': key } : {}) },
    ...(body === undefined ? {} : { payload: body as object }),
  });
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${answer.raw.toString().slice(0, 500)}`);
  return answer.body;
}

/** Commands of one person, short to write. */
export function handOf(api: TestApi, as: SignedIn | null) {
  return {
    get: (path: string) => send(api, as, 'GET', { path }),
    post: (path: string, body: unknown = {}) => send(api, as, 'POST', { path, body }),
    put: (path: string, body: unknown) => send(api, as, 'PUT', { path, body }),
    patch: (path: string, body: unknown) => send(api, as, 'PATCH', { path, body }),
    delete: (path: string) => send(api, as, 'DELETE', { path }),
  };
}

/** Sends a command with a key and keeps the answer, to be compared after the upgrade. */
export async function postKept(
  { api, held }: Pick<World, 'api' | 'held'>,
  what: string,
  as: SignedIn | null,
  request: { path: string; body: unknown },
): Promise<any> {
  const key = `kept-${what}-0001`;
  const client = as ? api.as(as) : api.anonymous;
  const { status, body } = await client.post(request.path, request.body, { 'idempotency-key': key });
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  held.answers.push({ what, token: as?.token ?? null, ...request, key, status, answer: body });
  return body;
}

/** Asks for a job as its schedule would. */
export async function enqueue(api: TestApi, name: string, payload: object = {}): Promise<void> {
  await api.get(Transactions).run(() => api.get(Jobs).enqueue(name, payload));
}

/** A member of staff who is signed in. */
export function staff(api: TestApi, name: string, kana: string, role: 'office' | 'admin' | 'instructor') {
  return aPerson(api).named(name, kana).withRoles(role).signedIn();
}
