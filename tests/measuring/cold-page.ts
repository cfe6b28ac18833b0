import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from '@playwright/test';

/** One file that a page made the browser fetch. */
export interface FetchedFile {
  address: string;
  /** As the browser names it: Document, Script, Stylesheet, Font, Image, … */
  type: string;
  /** Over the network: head and compressed body. */
  bytes: number;
  /** Of a script, whatever the server compressed it with; otherwise 0. */
  gzipBytes: number;
}

/** What a page costs a browser that has never been here. */
export interface ColdPage {
  files: FetchedFile[];
  requests: number;
  kilobytes: number;
  /** All scripts together, gzip. */
  scriptKilobytes: number;
}

/** Where and as whom a page is opened. */
export interface ColdVisit {
  address: string;
  /** The cookie header of a signed-in person. */
  cookie?: string;
}

/** The limits of every page that a resident opens first. The player of films comes after them, when it is wanted. */
export const coldLimits = { requests: 15, kilobytes: 250, scriptKilobytes: 90 };

const quietMs = 1_000;
/** A tablet held upright: what residents have in their hands. */
const viewport = { width: 820, height: 1180 };

/** Opens a page with an empty cache, touches nothing, and counts everything that is fetched until it is quiet. */
export async function openCold(browser: Browser, visit: ColdVisit): Promise<ColdPage> {
  const context = await browser.newContext({ viewport, locale: 'ja-JP' });
  try {
    const page = await context.newPage();
    if (visit.cookie) await page.setExtraHTTPHeaders({ cookie: visit.cookie });
    const log = await FetchLog.start(page);
    const answer = await page.goto(visit.address, { waitUntil: 'load' });
    if (answer?.status() !== 200) throw new Error(`${visit.address}: ${answer?.status()}`);
    // the scripts of the page are running
    await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
    await log.quiet();
    return summaryOf(withIcon(await log.files(), await iconOf(page, visit.address)));
  } finally {
    await context.close();
  }
}

function summaryOf(files: FetchedFile[]): ColdPage {
  const sum = (part: (file: FetchedFile) => number) =>
    files.reduce((total, file) => total + part(file), 0) / 1000;
  return {
    files,
    requests: files.length,
    kilobytes: sum(({ bytes }) => bytes),
    scriptKilobytes: sum(({ gzipBytes }) => gzipBytes),
  };
}

/** The icon of the tab: every browser with tabs fetches it, a headless one does not. */
async function iconOf(page: Page, address: string): Promise<FetchedFile> {
  const href = await page.locator('link[rel=icon]').getAttribute('href');
  const icon = new URL(href!, address).href;
  const answer = await page.request.get(icon);
  const { length } = await answer.body();
  return { address: icon, type: 'Image', bytes: length, gzipBytes: 0 };
}

function withIcon(files: FetchedFile[], icon: FetchedFile): FetchedFile[] {
  return files.some(({ address }) => address === icon.address) ? files : [...files, icon];
}

/** Listens to the browser's own record of the network. */
class FetchLog {
  readonly #session: CDPSession;
  readonly #files = new Map<string, FetchedFile>();
  readonly #open = new Set<string>();
  #changedAt = performance.now();

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse }) => {
      if (!request.url.startsWith('http')) return;
      // a redirection keeps the id of its request, but it is one more way to the server
      const before = this.#files.get(requestId);
      if (before && redirectResponse) this.#files.set(`${requestId} ${before.address}`, before);
      this.#files.set(requestId, { address: request.url, type: type ?? 'Other', bytes: 0, gzipBytes: 0 });
      this.#open.add(requestId);
      this.#changedAt = performance.now();
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      this.#ended(requestId, encodedDataLength),
    );
    session.on('Network.loadingFailed', ({ requestId }) => this.#ended(requestId, 0));
  }

  static async start(page: Page): Promise<FetchLog> {
    const session = await page.context().newCDPSession(page);
    const log = new FetchLog(session);
    await session.send('Network.enable');
    return log;
  }

  /** Waits until nothing has been asked for during a second. */
  async quiet(): Promise<void> {
    while (this.#open.size > 0 || performance.now() - this.#changedAt < quietMs)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** The files so far, scripts with their size in gzip. */
  async files(): Promise<FetchedFile[]> {
    const scripts = [...this.#files].filter(([, { type }]) => type === 'Script');
    for (const [requestId, file] of scripts) {
      const { body } = await this.#session.send('Network.getResponseBody', { requestId });
      file.gzipBytes = gzipSync(body, { level: 9 }).length;
    }
    return [...this.#files.values()];
  }

  #ended(requestId: string, bytes: number): void {
    const file = this.#files.get(requestId);
    if (file) file.bytes = bytes;
    this.#open.delete(requestId);
    this.#changedAt = performance.now();
  }
}
