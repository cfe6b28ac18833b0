import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser } from 'mailparser';

/** One stored mail, as used by the web view and the tests. */
export interface StoredMail {
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
}

/** File names begin with the time of receipt, so that they sort in order of arrival. */
const MAIL_FILE = /^(\d{8}T\d{9}Z-[0-9a-f]{8})\.eml$/;

/** Stores mails as .eml files in one directory. A mail counts as accepted only once it is safely on disk. */
export class MailStore {
  readonly #directory: string;
  /** A mail file never changes, so parsed mails can be cached. */
  readonly #parsed = new Map<string, StoredMail>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Stores a raw RFC 5322 message; resolves after it and its name are on disk. */
  async add(raw: Buffer, receivedAt: Date): Promise<string> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const id = `${receivedAt.toISOString().replaceAll(/[-:.]/g, '')}-${randomUUID().slice(0, 8)}`;
    const draft = path.join(this.#directory, `${id}.part`);
    try {
      await writeDurably(draft, raw);
      await rename(draft, path.join(this.#directory, `${id}.eml`));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await syncDirectory(this.#directory);
    return id;
  }

  /** Every mail, newest first. */
  async list(): Promise<StoredMail[]> {
    const ids = (await this.#files()).flatMap((name) => MAIL_FILE.exec(name)?.[1] ?? []);
    const mails = await Promise.all(
      ids
        .sort()
        .reverse()
        .map((id) => this.#read(id)),
    );
    return mails;
  }

  /** One mail, or undefined if there is none with that id. */
  async find(id: string): Promise<StoredMail | undefined> {
    const known = (await this.#files()).includes(`${id}.eml`);
    return known && MAIL_FILE.test(`${id}.eml`) ? this.#read(id) : undefined;
  }

  async #files(): Promise<string[]> {
    return readdir(this.#directory).catch(() => []);
  }

  async #read(id: string): Promise<StoredMail> {
    const known = this.#parsed.get(id);
    if (known) return known;
    const parsed = await simpleParser(await readFile(path.join(this.#directory, `${id}.eml`)), {
      skipHtmlToText: false,
      skipTextToHtml: true,
    });
    const recipients = [parsed.to ?? []].flat();
    const mail: StoredMail = {
      id,
      from: parsed.from?.text ?? '',
      to: recipients.map((recipient) => recipient.text).join(', '),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      receivedAt: receiptOf(id),
    };
    this.#parsed.set(id, mail);
    return mail;
  }
}

function receiptOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

async function writeDurably(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } catch {
    // not every file system can sync a directory
  } finally {
    await handle.close();
  }
}
