import path from 'node:path';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { ask } from '../measuring/ask.ts';
import { findNginx, startNginx } from '../../apps/api/test/support/nginx.ts';
import { loadBytes } from '../measuring/byte-load.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, sumOfCpu, withCpu, type CpuUse } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { startRelay } from '../measuring/counting-relay.ts';

const connections = 16;
const turns = 5;
/** In bytes: smaller than any segment of the film, and larger than the application's ticket responses in a run. */
const smallestPiece = 20_000;

/**
 * [hls] The segments of a real film through nginx with the sample configuration and ticket checks, against the same
 * nginx serving the same files without checks; and how many of the bytes the application sent itself.
 */
export default async function hls({ figures, seconds }: Measuring): Promise<void> {
  if (!findNginx()) throw new Error('hls needs nginx: apt-get install nginx-light');
  const product = await startQuietProduct({ MEDIA_DELIVERY: 'accel', TRUST_PROXY: 'true' });
  const port = Number(new URL(product.origin).port);
  const relay = await startRelay({ host: '127.0.0.1', port });
  const blobs = path.join(product.dataDir, 'blobs');
  const nginx = await startNginx({ application: relay.address, blobs, plain: true });
  const asking = await startNginx({ application: `127.0.0.1:${port}`, blobs, askAlways: true });
  try {
    const paths = await piecesOfTheFilm(product.origin, nginx.origin);
    // `<mediaPath>/<ticket>/<key>` and `/<key>`
    const plainPaths = paths.map((one) => one.slice(mediaPath.length).replace(/^\/[^/]+/, ''));
    const load = (origin: string, asked: string[], share = 1) =>
      loadBytes({ origin, paths: asked, connections, seconds: Math.max(1, seconds * share) });
    await load(nginx.plainOrigin, plainPaths, 0.1);
    const before = relay.answered();
    const used: (CpuUse | null)[] = [];
    const measured: Record<'plain' | 'signed' | 'always', Awaited<ReturnType<typeof load>>>[] = [];
    // In alternation, because the load of a machine varies
    for (let turn = 0; turn < turns; turn += 1) {
      const plain = await load(nginx.plainOrigin, plainPaths, 1 / turns);
      const signed = await withCpu(product, () => load(nginx.origin, paths, 1 / turns));
      const always = await load(asking.origin, paths, 1 / turns);
      measured.push({ plain, signed: signed.result, always });
      used.push(signed.cpu);
    }
    const answered = relay.answered() - before;
    const plain = median(measured.map((one) => one.plain.bytesPerSecond));
    const ofPlain = (kind: 'signed' | 'always') =>
      median(measured.map((one) => one[kind].bytesPerSecond / one.plain.bytesPerSecond));
    const errors = measured.flatMap((one) => [one.plain, one.signed, one.always]).map((one) => one.errors);
    const pieces = sum(measured.map((one) => one.signed.answers));
    figures.atLeast('hls.of-plain', ofPlain('signed'), 0.7, 'ratio', plain);
    figures.exactly('hls.pieces-sent-by-application', Math.floor(answered / smallestPiece), 0, 'count');
    figures.exactly('hls.errors', sum(errors), 0, 'count');
    noteCpu(figures, 'hls', sumOfCpu(used), pieces);
    // The application is asked for every segment (X-Accel-Redirect alone)
    figures.note('hls.asking-for-each-piece', ofPlain('always'), 'ratio', plain);
  } finally {
    await Promise.all([nginx.stop(), asking.stop()]);
    await relay.close();
    await product.stop();
  }
}

/** The paths of all segments in all qualities of the demo's long film, with their ticket. */
async function piecesOfTheFilm(product: string, proxy: string): Promise<string[]> {
  const list = await ask({ origin: product }, videoEndpoints.listPublicVideos);
  const slug = list.items.find((film) => film.version === 'long')!.slug;
  const film = await ask({ origin: product }, videoEndpoints.getPublicVideo, { params: { slug } });
  if (film.hlsUrl === null) throw new Error(`${slug} has no ladder: the worker refused it`);
  const master = new URL(film.hlsUrl, proxy);
  const pieces: string[] = [];
  for (const playlist of await linesOf(master)) {
    for (const piece of await linesOf(playlist)) pieces.push(piece.pathname);
  }
  return pieces;
}

async function linesOf(playlist: URL): Promise<URL[]> {
  const text = await (await fetch(playlist)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => new URL(line, playlist));
}

function sum(values: number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
