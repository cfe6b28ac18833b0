import { connect, type Socket } from 'node:net';

export interface ByteLoad {
  origin: string;
  paths: string[];
  connections: number;
  seconds: number;
}

export interface MeasuredBytes {
  bytesPerSecond: number;
  answers: number;
  /** Responses other than 200, and broken connections. */
  errors: number;
}

/**
 * Downloads files over keep-alive connections, one after the other on each, and counts their bytes. To avoid being the
 * slower side it parses only the first lines of a response and reads into one buffer over and over.
 */
export async function loadBytes(load: ByteLoad): Promise<MeasuredBytes> {
  const total = { bytes: 0, answers: 0, errors: 0 };
  const startedAt = performance.now();
  const until = startedAt + load.seconds * 1000;
  const { hostname, port } = new URL(load.origin);
  await Promise.all(
    Array.from({ length: load.connections }, async (_, at) => {
      let next = at * 7;
      const path = () => load.paths[next++ % load.paths.length]!;
      await oneConnection(Number(port), hostname, path, until, total);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return { bytesPerSecond: total.bytes / seconds, answers: total.answers, errors: total.errors };
}

type Total = { bytes: number; answers: number; errors: number };

/** Reopens the connection when the server closes it (nginx does so after a thousand responses). */
async function oneConnection(
  port: number,
  host: string,
  path: () => string,
  until: number,
  total: Total,
): Promise<void> {
  while (performance.now() < until) await untilClosed(port, host, path, until, total);
}

function untilClosed(
  port: number,
  host: string,
  path: () => string,
  until: number,
  total: Total,
): Promise<void> {
  return new Promise((resolve) => {
    let answer = { left: 0, last: false };
    const ask = (socket: Socket) => socket.write(`GET ${path()} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const take = (length: number, chunk: Buffer) => {
      total.bytes += length;
      if (answer.left > 0) answer.left -= length;
      else answer = beginningOf(chunk.subarray(0, length), total);
      if (answer.left > 0) return true;
      total.answers += 1;
      if (!answer.last && performance.now() < until) ask(socket);
      else socket.destroy();
      return true;
    };
    const socket: Socket = connect({
      port,
      host,
      onread: {
        buffer: Buffer.allocUnsafe(256 * 1024),
        callback: (length, chunk) => take(length, chunk as Buffer),
      },
    });
    socket.once('connect', () => ask(socket));
    socket.once('error', () => (total.errors += 1));
    socket.once('close', () => resolve());
  });
}

/** How many bytes of the response are still to come after its first chunk, and whether the server closes then. */
function beginningOf(piece: Buffer, total: Total): { left: number; last: boolean } {
  const head = piece.indexOf('\r\n\r\n');
  const text = piece.toString('latin1', 0, head);
  if (!text.startsWith('HTTP/1.1 200 ')) total.errors += 1;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return { left: length - (piece.length - head - 4), last: /connection: close/i.test(text) };
}
