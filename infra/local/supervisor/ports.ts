import net from 'node:net';
import { errorCode, Refusal } from '@kizuna/server/refusal.ts';

/** A TCP port on 127.0.0.1 that is currently free. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the server got no port');
  return address.port;
}

/**
 * Checks that a port can be listened on.
 * @throws Refusal naming the port and how to choose another.
 */
export async function requireFreePort(name: string, port: number, host: string): Promise<void> {
  const server = net.createServer();
  const code = await new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(errorCode(error)));
    server.listen(port, host, () => server.close(() => resolve('')));
  });
  if (code === '') return;
  if (code === 'EADDRINUSE') {
    throw new Refusal(
      `ポート ${port} は、ほかのプログラムが使っています。別の番号で始めてください(例: ${name}=${port + 1} npm start)。`,
    );
  }
  if (code === 'EACCES')
    throw new Refusal(
      `ポート ${port} を使う権限がありません。1024 以上の番号にしてください(例: ${name}=3000 npm start)。`,
    );
  throw new Refusal(
    `「${host}」のポート ${port} では受け付けられません(${code})。HOST と ${name} を確かめてください。`,
  );
}
