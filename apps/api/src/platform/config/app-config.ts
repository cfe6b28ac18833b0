import { z } from 'zod';

import { ConfigError } from './config-error.js';
import { configMessages } from './config.messages.js';

/** Where background work runs: inside the HTTP process (the default) or in a separate process. */
export type WorkerMode = 'embedded' | 'separate' | 'off';

/** Who sends the bytes of films and other files: this process, or the reverse proxy in front of it. */
export type MediaDelivery = 'direct' | 'accel';

export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** The settings of a process, read once from the environment by `loadConfig` and injected everywhere else. */
export class AppConfig {
  databaseUrl: string;
  databasePool: number;
  smtpUrl: string;
  mailFrom: string;
  publicOrigin: string;
  dataDir: string;
  port: number;
  host: string;
  workerMode: WorkerMode;
  nodeEnv: 'production' | 'development' | 'test';
  logLevel: string;
  trustProxy: boolean;
  mediaDelivery: MediaDelivery;
  /** The S3-compatible blob store; null if blobs are in a directory (BLOB_STORE). */
  s3: S3Settings | null;

  constructor(values: AppConfig) {
    Object.assign(this, values);
  }
}

const urlWith = (...protocols: string[]) =>
  z.string().refine((text) => {
    try {
      return protocols.includes(new URL(text).protocol);
    } catch {
      return false;
    }
  });

const flag = z.enum(['true', 'false', '1', '0', '']).transform((word) => word === 'true' || word === '1');

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((n) => n >= min && n <= max);

const variables = {
  DATABASE_URL: urlWith('postgres:', 'postgresql:'),
  DB_POOL: wholeNumber(1, 500).default(10),
  SMTP_URL: urlWith('smtp:', 'smtps:').default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/)
    .default('kizuna@localhost'),
  PUBLIC_ORIGIN: urlWith('http:', 'https:')
    .transform((text) => new URL(text).origin)
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  WORKER_MODE: z.enum(['embedded', 'separate', 'off']).default('embedded'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
  MEDIA_DELIVERY: z.enum(['direct', 'accel']).default('direct'),
  BLOB_STORE: z.enum(['directory', 's3']).default('directory'),
  S3_ENDPOINT: urlWith('http:', 'https:').default(''),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .default(''),
  S3_ACCESS_KEY_ID: z.string().min(1).default(''),
  S3_SECRET_ACCESS_KEY: z.string().min(1).default(''),
};

type Values = { [K in keyof typeof variables]: z.output<(typeof variables)[K]> };

/**
 * Reads and validates the environment.
 * @throws ConfigError with one Japanese sentence that names the first invalid variable and never its value
 */
export function loadConfig(env: Record<string, string | undefined>): AppConfig {
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(variables)) {
    const result = schema.safeParse(env[name] === '' ? undefined : env[name]);
    if (!result.success) throw new ConfigError(name, configMessages[name as keyof typeof variables]);
    read[name] = result.data;
  }
  const values = read as Values;
  return new AppConfig({
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DB_POOL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    publicOrigin: values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`,
    dataDir: values.DATA_DIR,
    port: values.PORT,
    host: values.HOST,
    workerMode: values.WORKER_MODE,
    nodeEnv: values.NODE_ENV,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    mediaDelivery: values.MEDIA_DELIVERY,
    s3: values.BLOB_STORE === 's3' ? s3Of(values) : null,
  });
}

/** A bucket needs all of its settings; reports the missing one. */
function s3Of(values: Values): S3Settings {
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (values[name] === '') throw new ConfigError(name, configMessages[name]);
  }
  return {
    endpoint: values.S3_ENDPOINT,
    region: values.S3_REGION,
    bucket: values.S3_BUCKET,
    accessKeyId: values.S3_ACCESS_KEY_ID,
    secretAccessKey: values.S3_SECRET_ACCESS_KEY,
  };
}
