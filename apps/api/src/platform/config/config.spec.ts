import { describe, expect, it } from '@jest/globals';

import { loadConfig } from './app-config.js';
import { ConfigError } from './config-error.js';

const right = { DATABASE_URL: 'postgres://kizuna@127.0.0.1/kizuna' };

describe('the settings', () => {
  it('need nothing but the database', () => {
    expect(loadConfig(right)).toMatchObject({
      port: 3000,
      publicOrigin: 'http://localhost:3000',
      workerMode: 'embedded',
      trustProxy: false,
    });
  });

  it('keep of the public address its origin', () => {
    const { publicOrigin } = loadConfig({ ...right, PUBLIC_ORIGIN: 'https://kizuna.example.jp/kouza/' });
    expect(publicOrigin).toBe('https://kizuna.example.jp');
  });

  it.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://secret@host'],
    ['SMTP_URL', 'localhost:25'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PUBLIC_ORIGIN', 'kizuna.example.jp'],
    ['WORKER_MODE', 'both'],
    ['DB_POOL', '0'],
    ['MAIL_FROM', 'nobody'],
    ['TRUST_PROXY', 'maybe'],
    ['MEDIA_DELIVERY', 'nginx'],
    ['BLOB_STORE', 'ftp'],
    ['S3_ENDPOINT', 's3.example.jp'],
    ['S3_BUCKET', 'Not A Bucket'],
  ])('say in one sentence that %s cannot be %s', (name, value) => {
    const load = () => loadConfig({ ...right, [name]: value });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(new RegExp(`^環境変数 ${name} の値を確かめてください。[^。]+。$`));
  });

  it('of a bucket are all needed as soon as one is chosen', () => {
    const s3 = {
      BLOB_STORE: 's3',
      S3_ENDPOINT: 'https://s3.example.jp',
      S3_BUCKET: 'kizuna',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(loadConfig({ ...right, ...s3 }).s3).toMatchObject({ bucket: 'kizuna', region: 'us-east-1' });
    expect(loadConfig(right)).toMatchObject({ s3: null, mediaDelivery: 'direct' });
    for (const name of Object.keys(s3).slice(1)) {
      expect(() => loadConfig({ ...right, ...s3, [name]: '' })).toThrow(`環境変数 ${name} `);
    }
  });

  it('never repeat a value, which may hold a password', () => {
    const load = () => loadConfig({ DATABASE_URL: 'mysql://u:very-secret@host' });
    expect(load).toThrow(ConfigError);
    expect(load).not.toThrow('very-secret');
  });
});
