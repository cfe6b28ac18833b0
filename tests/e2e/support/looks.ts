import { expect, type Page } from '@playwright/test';
import { axeViolations, overflowing } from './axe.ts';
import { guard, type PageGuard } from './guard.ts';

const widths = [1280, 820, 390] as const;
/** Files, not pages, and links that would end the visit. */
const notPages =
  /\/(file|print|certificates\/(sheet|(batches\/[^/]+\/)?envelopes)(\?[^/]*)?|supporters\/cards|versions\/[^/]+|credentials\/[a-z]+|preview\/[^/]+|sign-out|text-size)$|\.(csv|ics|pdf|mp4|vtt)(\?|$)|^\/api\//;

/** Checks pages for everybody, and collects the problems of each. */
export class Looks {
  readonly findings: string[] = [];
  private readonly page: Page;
  private readonly guard: PageGuard;
  private readonly seen = new Set<string>();

  constructor(page: Page) {
    this.page = page;
    this.guard = guard(page);
  }

  /** Opens each address, then one page of each kind that they link to. */
  async walk(paths: readonly string[], within: RegExp): Promise<void> {
    const left = [...paths];
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      if (!this.isNew(path)) continue;
      const found = await this.open(path);
      left.push(...found.filter((each) => within.test(each) && !notPages.test(each)));
    }
  }

  /** How many kinds of pages were checked. */
  get count(): number {
    return this.seen.size;
  }

  /** Checks the current page: axe at three widths, no sideways scrolling on a phone. */
  async look(name: string): Promise<void> {
    for (const width of widths) {
      await this.page.setViewportSize({ width, height: 900 });
      this.note(`${name} at ${width}`, await axeViolations(this.page));
    }
    for (const width of [390, 320]) {
      await this.page.setViewportSize({ width, height: 700 });
      this.note(`${name} at ${width}`, await overflowing(this.page));
    }
    await this.page.setViewportSize({ width: 1280, height: 900 });
    this.note(name, this.guard.take(/status of (4\d\d|503)/));
  }

  /** Reports all problems at once. */
  expectNothing(): void {
    expect(this.findings.join('\n')).toBe('');
  }

  private async open(path: string): Promise<string[]> {
    const answer = await this.page.goto(path, { waitUntil: 'load' });
    if ((answer?.status() ?? 500) >= 500) this.note(path, [`answers ${answer?.status()}`]);
    await this.look(path);
    return this.page.$$eval('a[href]', (links) =>
      links
        .map((link) => new URL((link as HTMLAnchorElement).href))
        .filter((url) => url.origin === location.origin)
        .map((url) => url.pathname + url.search),
    );
  }

  /** Two addresses that differ only in an id or a filter are the same kind of page. */
  private isNew(path: string): boolean {
    const [before = '', query = ''] = path.split('?');
    const names = [...new URLSearchParams(query).keys()].filter((name) => name === 'q' || name === 'run');
    const kind = before.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/v\/.+/, '/v/:code');
    const key = [kind, ...names].join(' ');
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private note(where: string, problems: readonly string[]): void {
    this.findings.push(...problems.map((problem) => `${where}: ${problem}`));
  }
}
