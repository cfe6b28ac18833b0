import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { BlobMissing, BlobStore, DirectoryBlobStore, S3BlobStore } from '../../src/platform/storage/index.js';
import { startS3Server, startSigningS3Server } from '../support/s3-server.js';

/** A store under test, and every file that lies where it keeps its own. */
interface Opened {
  store: BlobStore;
  filesOnDisk(): Promise<string[]>;
  close(): Promise<void>;
}

const filesBelow = async (directory: string) =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const stores: Record<string, () => Promise<Opened>> = {
  'a directory': async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'kizuna-blobs-'));
    return {
      store: new DirectoryBlobStore(directory),
      filesOnDisk: () => filesBelow(directory),
      close: () => rm(directory, { recursive: true, force: true }),
    };
  },
  'an S3-compatible server': async () => {
    const server = await startS3Server();
    return {
      store: new S3BlobStore(server.place, 20),
      filesOnDisk: () => filesBelow(server.directory),
      close: () => server.close(),
    };
  },
};

/** 24 MB in pieces of odd sizes, so that an S3 client must send it in several parts. */
function largeContent(): { stream: Readable; hash: string; sizeBytes: number } {
  const pieces = Array.from({ length: 240 }, (_, at) => randomBytes(100_000 + at));
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  const sizeBytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { stream: Readable.from(pieces), hash: hash.digest('hex'), sizeBytes };
}

describe.each(Object.keys(stores))('blobs in %s', (name) => {
  let opened: Opened;
  let store: BlobStore;
  const text = (key: string) => store.get(key).then(String);

  beforeAll(async () => {
    opened = await stores[name]!();
    store = opened.store;
  });
  afterAll(() => opened.close());

  it('are put, read and replaced', async () => {
    await store.put('films/ab/hls/master.m3u8', Buffer.from('#EXTM3U'));
    expect(await text('films/ab/hls/master.m3u8')).toBe('#EXTM3U');
    await store.put('films/ab/hls/master.m3u8', Readable.from([Buffer.from('#EXTM3U\n'), Buffer.from('v2')]));
    expect(await text('films/ab/hls/master.m3u8')).toBe('#EXTM3U\nv2');
    await store.put('films/ab/empty', Buffer.alloc(0));
    expect(await store.get('films/ab/empty')).toHaveLength(0);
  });

  it('come in parts, both ends included', async () => {
    const bytes = randomBytes(10_000);
    await store.put('parts/one.ts', bytes);
    const part = async (range?: { start?: number; end?: number }) =>
      buffer(await store.stream('parts/one.ts', range));
    expect((await part()).equals(bytes)).toBe(true);
    expect((await part({ start: 100, end: 199 })).equals(bytes.subarray(100, 200))).toBe(true);
    expect((await part({ start: 0, end: 0 })).equals(bytes.subarray(0, 1))).toBe(true);
    expect((await part({ start: 9_990 })).equals(bytes.subarray(9_990))).toBe(true);
    expect((await part({ end: 9 })).equals(bytes.subarray(0, 10))).toBe(true);
  });

  it('are described', async () => {
    const before = Date.now();
    await store.put('stat/one.vtt', Buffer.from('WEBVTT'));
    const found = await store.stat('stat/one.vtt');
    expect(found?.sizeBytes).toBe(6);
    expect(Math.abs(found!.modifiedAt.getTime() - before)).toBeLessThan(10_000);
    expect(await store.exists('stat/one.vtt')).toBe(true);
  });

  it('that are missing are said to be missing', async () => {
    await expect(store.get('missing/one')).rejects.toThrow(BlobMissing);
    await expect(store.stream('missing/one')).rejects.toThrow(BlobMissing);
    expect(await store.stat('missing/one')).toBeNull();
    expect(await store.exists('missing/one')).toBe(false);
    expect(await store.list('missing')).toEqual([]);
    await store.delete('missing/one');
    await store.deleteAll('missing');
  });

  it('are deleted one by one or with all below a prefix, and no neighbour goes with them', async () => {
    const keys = ['gone/ab/a.ts', 'gone/ab/hls/b.ts', 'gone/ab/hls/360p/c.ts', 'gone/abc/d.ts'];
    for (const key of keys) await store.put(key, Buffer.from(key));
    expect(await store.list('gone/ab')).toEqual(keys.slice(0, 3).sort());
    await store.delete('gone/ab/a.ts');
    expect(await store.exists('gone/ab/a.ts')).toBe(false);
    await store.deleteAll('gone/ab');
    expect(await store.list('gone')).toEqual(['gone/abc/d.ts']);
    await store.put('gone/ab/a.ts', Buffer.from('again'));
    expect(await text('gone/ab/a.ts')).toBe('again');
  });

  it('more than a page of them are listed and deleted', async () => {
    const keys = Array.from({ length: 45 }, (_, at) => `many/ab/${String(at).padStart(5, '0')}.ts`);
    await Promise.all(keys.map((key) => store.put(key, Buffer.from('x'))));
    expect(await store.list('many/ab')).toEqual(keys);
    await store.deleteAll('many/ab');
    expect(await store.list('many')).toEqual([]);
  });

  it('are put by many at once, each key whole', async () => {
    const contents = Array.from({ length: 20 }, (_, at) => randomBytes(20_000 + at));
    await Promise.all(contents.map((bytes, at) => store.put(`parallel/${at % 10}`, bytes)));
    for (let at = 0; at < 10; at += 1) {
      const stored = await store.get(`parallel/${at}`);
      expect([contents[at]!, contents[at + 10]!].some((bytes) => bytes.equals(stored))).toBe(true);
    }
  });

  it('may be large: 24 MB go through without being held in memory', async () => {
    const { stream, hash, sizeBytes } = largeContent();
    await store.put('large/film.mp4', stream);
    expect((await store.stat('large/film.mp4'))?.sizeBytes).toBe(sizeBytes);
    const read = createHash('sha256');
    for await (const chunk of await store.stream('large/film.mp4')) read.update(chunk as Buffer);
    expect(read.digest('hex')).toBe(hash);
  });

  it('that break off while they come leave nothing, and what was there stays', async () => {
    await store.put('broken/film.mp4', Buffer.from('the old one'));
    const before = (await opened.filesOnDisk()).sort();
    const breaking = () =>
      Readable.from(
        (async function* () {
          for (let at = 0; at < 12; at += 1) yield randomBytes(1_000_000);
          throw new Error('the line was cut');
        })(),
      );
    await expect(store.put('broken/film.mp4', breaking())).rejects.toThrow('the line was cut');
    await expect(store.put('broken/new.mp4', breaking())).rejects.toThrow('the line was cut');
    expect(await text('broken/film.mp4')).toBe('the old one');
    expect(await store.list('broken')).toEqual(['broken/film.mp4']);
    expect((await opened.filesOnDisk()).sort()).toEqual(before);
  });

  it.each([
    '../secret',
    'a/../b',
    '/etc/passwd',
    'a//b',
    'a/',
    '',
    '.env',
    'a/.env',
    'a\\b',
    'a\0b',
    'ä',
    'a b',
  ])('have no key %j', async (key) => {
    await expect(store.put(key, Buffer.from('x'))).rejects.toThrow();
    await expect(store.get(key)).rejects.toThrow();
    await expect(store.stat(key)).rejects.toThrow();
    await expect(store.delete(key)).rejects.toThrow();
    await expect(store.list(key)).rejects.toThrow();
    await expect(store.deleteAll(key)).rejects.toThrow();
    await expect(store.innerAddress(key)).rejects.toThrow();
  });
});

describe('the address by which a proxy reads a blob', () => {
  it('of a directory is its key below /_blobs', async () => {
    expect(await new DirectoryBlobStore('/nowhere').innerAddress('films/ab/a.ts')).toBe(
      '/_blobs/films/ab/a.ts',
    );
  });

  it('of a bucket is signed, good for ranges, and only for that key', async () => {
    const server = await startSigningS3Server();
    try {
      const store = new S3BlobStore(server.place);
      await store.put('films/ab/a.ts', Buffer.from('0123456789'));
      await store.put('films/ab/b.ts', Buffer.from('another'));
      const inner = await store.innerAddress('films/ab/a.ts');
      expect(inner).toMatch(/^\/_store\/kizuna-blobs\/films\/ab\/a\.ts\?.*X-Amz-Signature=/);
      const address = `${server.place.endpoint}${inner.slice('/_store'.length)}`;
      const part = await fetch(address, { headers: { range: 'bytes=2-4' } });
      expect([part.status, await part.text()]).toEqual([206, '234']);
      const other = await fetch(address.replace('/a.ts', '/b.ts'));
      expect(other.status).toBe(403);
      const foreign = new S3BlobStore({ ...server.place, secretAccessKey: 'another' });
      await expect(foreign.get('films/ab/a.ts')).rejects.toThrow(/signature/);
    } finally {
      await server.close();
    }
  });
});
