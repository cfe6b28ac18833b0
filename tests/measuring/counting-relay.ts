import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CountingRelay {
  /** `host:port` to connect to instead of the server. */
  address: string;
  /** Bytes that the server has sent through here so far. */
  answered(): number;
  close(): Promise<void>;
}

/** A proxy between a client and a server on this machine that counts the server's bytes. */
export async function startRelay(target: { host: string; port: number }): Promise<CountingRelay> {
  let answered = 0;
  const open = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(target);
    for (const socket of [client, server]) {
      open.add(socket);
      // Either side may disconnect at any time: disconnect the other as well
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        open.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    server.on('data', (chunk) => (answered += chunk.length));
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const { port } = relay.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    answered: () => answered,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}
