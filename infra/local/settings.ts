import path from 'node:path';
import { Refusal } from '@kizuna/server/refusal.ts';

/** The settings of a start, from the environment. */
export interface Settings {
  /** External PostgreSQL; undefined → the embedded one. */
  databaseUrl: string | undefined;
  /** External SMTP server; undefined → the built-in mail sink. */
  smtpUrl: string | undefined;
  host: string;
  port: number;
  /** Port of the mail sink's web view. */
  mailPort: number;
  /** Address at which people reach the product, without a trailing slash. */
  publicOrigin: string;
  /** Absolute directory for everything that must survive a restart. */
  dataDir: string;
  seed: Scenario;
  mailFrom: string;
  worker: 'embedded' | 'none';
}

export type Scenario = 'demo' | 'empty' | 'large';
type Environment = Record<string, string | undefined>;

const SCENARIOS: readonly Scenario[] = ['demo', 'empty', 'large'];
const MAIL_PORT_OFFSET = 25;

/**
 * Reads and checks the environment. An empty variable counts as absent.
 * @throws Refusal with one sentence that names the variable, its value and what is expected.
 */
export function readSettings(env: Environment, projectRoot: string): Settings {
  const port = portFrom(env, 'PORT', 3000);
  const databaseUrl = urlFrom(
    env,
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://利用者:パスワード@ホスト:5432/名前',
  );
  return {
    databaseUrl,
    smtpUrl: urlFrom(env, 'SMTP_URL', ['smtp:', 'smtps:'], 'smtp://ホスト:25'),
    host: present(env, 'HOST') ?? '127.0.0.1',
    port,
    mailPort: portFrom(
      env,
      'MAIL_PORT',
      port + MAIL_PORT_OFFSET <= 65535 ? port + MAIL_PORT_OFFSET : port - MAIL_PORT_OFFSET,
    ),
    publicOrigin: originFrom(env) ?? `http://localhost:${port}`,
    dataDir: path.resolve(projectRoot, present(env, 'DATA_DIR') ?? '.data'),
    seed: oneOf(env, 'SEED', SCENARIOS) ?? (databaseUrl ? 'empty' : 'demo'),
    mailFrom: present(env, 'MAIL_FROM') ?? '古河市社会福祉協議会 きずな講座 <kizuna@localhost>',
    worker: oneOf(env, 'WORKER', ['embedded', 'none'] as const) ?? 'embedded',
  };
}

/** A scenario named on the command line; undefined if there is none. @throws Refusal for an unknown one */
export function scenarioFrom(name: string | undefined): Scenario | undefined {
  return oneOf({ SEED: name }, 'SEED', SCENARIOS);
}

function present(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value ? value : undefined;
}

function portFrom(env: Environment, name: string, fallback: number): number {
  const value = present(env, name);
  if (value === undefined) return fallback;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
  throw new Refusal(
    `${name} の値「${value}」は使えません。1 から 65535 までの数字にしてください(例: ${name}=3001 npm start)。`,
  );
}

function urlFrom(env: Environment, name: string, protocols: string[], example: string): string | undefined {
  const value = present(env, name);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // the value may contain a password, so it is not repeated
  if (url && protocols.includes(url.protocol) && url.hostname) return value;
  throw new Refusal(`${name} の書き方が正しくありません。「${example}」の形にしてください。`);
}

function originFrom(env: Environment): string | undefined {
  const value = present(env, 'PUBLIC_ORIGIN');
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const bare = url && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '').toLowerCase();
  if (bare) return url.origin;
  throw new Refusal(
    `PUBLIC_ORIGIN の値「${value}」は使えません。「https://kizuna.example.jp」のように、道筋(/…)のない住所にしてください。`,
  );
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[]): T | undefined {
  const value = present(env, name);
  const found = allowed.find((candidate) => candidate === value);
  if (value !== undefined && found === undefined) {
    throw new Refusal(`${name} の値「${value}」は使えません。${allowed.join('・')} のどれかにしてください。`);
  }
  return found;
}
