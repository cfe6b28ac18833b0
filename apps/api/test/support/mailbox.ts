import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** The message as it came over the wire, headers and body. */
  raw: string;
  /** Subject and text, decoded. */
  subject: string;
  text: string;
}

/** A real SMTP server that keeps what it is sent. `answer` can make it refuse. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  /** Set to refuse every message with this SMTP reply code. */
  refuseWith: number | undefined;
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.refuseWith !== undefined) {
            done(Object.assign(new Error('refused'), { responseCode: this.refuseWith }));
            return;
          }
          const raw = Buffer.concat(chunks).toString('utf8');
          this.received.push({ to: session.envelope.rcptTo.map((to) => to.address), raw, ...decode(raw) });
          done();
        });
      },
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The subject and the first text/plain part. */
function decode(raw: string): { subject: string; text: string } {
  const subject = /^Subject: ((?:.*\r?\n[ \t])*.*)/im.exec(raw)?.[1] ?? '';
  const start = /content-type: text\/plain/i.exec(raw)?.index ?? 0;
  const head = raw.lastIndexOf('\r\n\r\n', start);
  const part = raw.slice(head < 0 || !/boundary=/i.test(raw) ? 0 : head + 4);
  const [headers = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').split(/\r\n--/)[0] ?? '';
  const base64 = /content-transfer-encoding: base64/i.test(headers);
  const quoted = /content-transfer-encoding: quoted-printable/i.test(headers);
  const text = base64 ? Buffer.from(body, 'base64').toString('utf8') : quoted ? decodeQuoted(body) : body;
  return { subject: decodeWords(subject.replace(/\r?\n[ \t]/g, '\n ')), text };
}
