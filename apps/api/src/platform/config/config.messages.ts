/** A setting that the process cannot start with. The message is one sentence for the person at the terminal. */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    sentence: string,
  ) {
    super(`環境変数 ${variable} の値を確かめてください。${sentence}`);
    this.name = 'ConfigError';
  }
}

/** What each variable must look like; shown on the terminal when it does not. */
export const configMessages = {
  DATABASE_URL: 'postgres:// で始まる接続先が必要です。',
  DB_POOL: '1 から 500 までの整数で指定します。',
  SMTP_URL: 'smtp:// または smtps:// で始まる接続先で指定します。',
  MAIL_FROM: '差出人のメールアドレスを指定します。',
  PUBLIC_ORIGIN: 'https://kizuna.example.jp のように、http:// または https:// で始まるアドレスで指定します。',
  DATA_DIR: 'データを置くフォルダーの場所を指定します。',
  PORT: '0 から 65535 までの整数で指定します。',
  HOST: '待ち受けるアドレスを指定します。',
  WORKER_MODE: 'embedded、separate、off のどれかを指定します。',
  NODE_ENV: 'production、development、test のどれかを指定します。',
  LOG_LEVEL: 'fatal、error、warn、info、debug、trace、silent のどれかを指定します。',
  TRUST_PROXY: 'true か false を指定します。',
  MEDIA_DELIVERY: 'direct、accel のどちらかを指定します。',
  BLOB_STORE: 'directory、s3 のどちらかを指定します。',
  S3_ENDPOINT: 'BLOB_STORE=s3 のときは、https:// または http:// で始まる接続先が必要です。',
  S3_REGION: 'ap-northeast-1 のような、英小文字、数字、ハイフンの名前で指定します。',
  S3_BUCKET: 'BLOB_STORE=s3 のときは、バケットの名前が必要です。',
  S3_ACCESS_KEY_ID: 'BLOB_STORE=s3 のときは、アクセスキーが必要です。',
  S3_SECRET_ACCESS_KEY: 'BLOB_STORE=s3 のときは、シークレットキーが必要です。',
} as const;
