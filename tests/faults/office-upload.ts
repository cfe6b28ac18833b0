import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFilmTools } from '@kizuna/api/modules/transcoding/transcoding.tools';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { ask } from '../measuring/ask.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kizuna-worker-fault-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
const { ffprobe } = findFilmTools(process.env, scratch);
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** Duration of a film or playlist in milliseconds. */
export function lengthMs(file: string): number {
  const open = file.endsWith('.m3u8') ? ['-allowed_extensions', 'ALL'] : [];
  const args = ['-v', 'error', ...open, '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  return Math.round(Number(execFileSync(ffprobe, args, { encoding: 'utf8' })) * 1000);
}

/** The segment files listed in a media playlist. */
export function segmentsOf(playlist: string): string[] {
  return readFileSync(playlist, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((name) => path.join(path.dirname(playlist), name));
}

/** The office's part in a film: uploads it, has it transcoded, looks at it. */
export class OfficeUpload {
  readonly #origin: string;
  readonly #cookie: string;

  constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** Uploads a film by tus. The connection breaks `cuts` times in the middle; `onCut` may break more. */
  async send(film: Buffer, name: string, cuts: number, onCut: (cut: number) => Promise<void>) {
    const created = await this.#ask('POST', uploadsEndpoints.createUpload.path, {
      'upload-length': String(film.length),
      'upload-metadata': `filename ${base64(name)},purpose ${base64('film')}`,
    });
    const address = String(created.headers.location);
    for (let cut = 0; cut < cuts; cut += 1) {
      const offset = await this.#offset(address);
      const piece = Math.floor(film.length / (cuts + 2));
      await this.#append(address, offset, film.subarray(offset), piece);
      await onCut(cut);
    }
    const offset = await this.#offset(address);
    const last = await this.#append(address, offset, film.subarray(offset));
    if (last !== 204) throw new Error(`the last part got status ${last}`);
    return {
      uploadId: address.split('/').at(-1)!,
      cuts,
      /** The film as a file, for measuring. */
      file: (bytes: Buffer) => {
        const file = path.join(scratch, name);
        writeFileSync(file, bytes);
        return file;
      },
    };
  }

  /** Creates a video from an upload. @returns its id */
  async giveFilm(uploadId: string): Promise<string> {
    const { videoId } = await ask(this.#at(), videoEndpoints.createVideo, {
      body: {
        title: 'ワーカーの試験',
        summary: '試験です。',
        credit: '',
        slug: `worker-fault-${uploadId.slice(-8)}`,
        version: 'long',
        digestOf: null,
        audience: 'learners',
      },
    });
    await ask(this.#at(), videoEndpoints.addVideoSource, { params: { videoId }, body: { uploadId } });
    return videoId;
  }

  /** Loads what the player would load. @returns the number of addresses that did not respond with 200 */
  async segmentsAnswered(videoId: string): Promise<number> {
    const { film } = await ask(this.#at(), videoEndpoints.getVideo, { params: { videoId } });
    let failures = 0;
    const load = async (address: string | null | undefined) => {
      if (!address) throw new Error('the film is not ready');
      const answer = await fetch(new URL(address, this.#origin));
      const text = await answer.text();
      if (answer.status !== 200) failures += 1;
      return text;
    };
    const master = await load(film?.hlsUrl);
    const rungs = master.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    if (rungs.length === 0) failures += 1;
    for (const rung of rungs) {
      const address = new URL(rung, new URL(film?.hlsUrl ?? '', this.#origin));
      const playlist = await load(address.toString());
      for (const name of playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
        await load(new URL(name, address).toString());
      }
    }
    await Promise.all([film?.posterUrl, film?.thumbnailsUrl, film?.hlsSmallUrl].map(load));
    return failures;
  }

  async #offset(address: string): Promise<number> {
    for (let tries = 0; ; tries += 1) {
      try {
        const { status, headers } = await this.#ask('HEAD', address);
        if (status === 200) return Number(headers['upload-offset']);
      } catch {
        // the server is restarting
      }
      if (tries > 100) throw new Error('the server does not report the offset of the upload');
      await wait(200);
    }
  }

  #append(address: string, offset: number, body: Buffer, cutAfter?: number): Promise<number> {
    return new Promise((resolve) => {
      const request = http.request(`${this.#origin}${address}`, {
        method: 'PATCH',
        agent: false,
        headers: {
          ...this.#headers(),
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
          'content-length': String(body.length),
        },
      });
      request.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      request.on('error', () => resolve(0));
      if (cutAfter === undefined) request.end(body);
      else request.write(body.subarray(0, cutAfter), () => setTimeout(() => request.destroy(), 200));
    });
  }

  #headers(): Record<string, string> {
    return { cookie: this.#cookie, 'tus-resumable': '1.0.0' };
  }

  #ask(
    method: string,
    address: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: http.IncomingHttpHeaders }> {
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.#origin}${address}`, {
        method,
        agent: false,
        headers: { ...this.#headers(), ...headers },
      });
      request.on('response', (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      });
      request.on('error', reject);
      request.end();
    });
  }

  #at() {
    return { origin: this.#origin, headers: { cookie: this.#cookie } };
  }
}
