import { expect, type Page } from '@playwright/test';

/** Collects what must not happen on any page, while a test runs. */
export class PageGuard {
  readonly problems: string[] = [];

  constructor(page: Page, origin: string) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.note('console', `${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.note('script error', error.message));
    page.on('dialog', (dialog) => {
      this.note('dialog', dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== origin) this.note('third party', request.url());
    });
  }

  /** Problems since the last call, except those that the test causes itself. */
  take(expected: RegExp = /(?!)/): string[] {
    return this.problems.splice(0).filter((problem) => !expected.test(problem));
  }

  /** Expects that nothing forbidden has happened. */
  expectQuiet(expected?: RegExp): void {
    expect(this.take(expected)).toEqual([]);
  }

  private note(kind: string, text: string): void {
    this.problems.push(`${kind}: ${text}`);
  }
}

/** Watches a page from its first request. */
export function guard(page: Page): PageGuard {
  return new PageGuard(page, new URL(process.env.E2E_ORIGIN ?? 'http://localhost:3000').origin);
}
