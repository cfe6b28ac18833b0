import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MailStore } from './mail-store.ts';

const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;

/**
 * Accepts mail by SMTP on 127.0.0.1 and answers 250 only after the mail is on disk. A full disk answers 452, so that
 * the sender keeps the mail and retries.
 */
export async function startSmtpReceiver(store: MailStore, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onData(stream, _session, callback) {
      readWhole(stream)
        .then((raw) => (raw ? store.add(raw, new Date()) : Promise.reject(refusal(552, 'message too large'))))
        .then(
          () => callback(null),
          (error: NodeJS.ErrnoException & { responseCode?: number }) =>
            callback(
              error.responseCode
                ? error
                : refusal(452, `cannot store the message (${error.code ?? 'error'})`),
            ),
        );
    },
  });
  server.on('error', () => undefined); // a sender that hangs up must not end the sink
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return server;
}

/** The whole message, or undefined if it is larger than allowed. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LARGEST_MAIL_BYTES) chunks.push(chunk);
  }
  return bytes <= LARGEST_MAIL_BYTES ? Buffer.concat(chunks) : undefined;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
