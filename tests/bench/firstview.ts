import { findChromium } from '@kizuna/infra/chromium/find-chromium.ts';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Measuring } from '../measuring/command.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';

const pages = [
  { name: 'home', path: '/', scriptBytes: 90_000 },
  { name: 'course', path: '/courses/introductory', scriptBytes: 90_000 },
  { name: 'sign-in', path: '/sign-in', scriptBytes: 90_000 },
  { name: 'film', path: '/videos/kizuna-digest', scriptBytes: 300_000 },
];

interface Item {
  url: string;
  resourceType: string;
  transferSize: number;
}

/** [firstview] The first view on a phone, measured with Lighthouse's mobile profile. */
export default async function firstview({ figures }: Measuring): Promise<void> {
  const product = await startQuietProduct();
  const { executablePath, env, args } = findChromium();
  const chromeFlags = ['--headless=new', '--disable-gpu', ...args];
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags,
    envVars: env as Record<string, string>,
  });
  try {
    for (const page of pages) {
      const result = await lighthouse(`${product.origin}${page.path}`, {
        port: chrome.port,
        onlyCategories: ['performance'],
        logLevel: 'silent',
      });
      const { audits, categories } = result!.lhr;
      const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
      const items = (audits['network-requests']?.details as { items?: Item[] } | undefined)?.items ?? [];
      const scripts = items.filter((item) => item.resourceType === 'Script');
      const media = items.filter((item) => item.resourceType === 'Media');
      const bytes = (list: Item[]) => list.reduce((sum, item) => sum + item.transferSize, 0);
      const foreign = items.filter(
        (item) => !item.url.startsWith(product.origin) && !item.url.startsWith('data:'),
      );
      figures.atMost(`firstview.${page.name}.lcp`, value('largest-contentful-paint'), 1800, 'ms');
      figures.atMost(`firstview.${page.name}.tbt`, value('total-blocking-time'), 100, 'ms');
      figures.atMost(`firstview.${page.name}.cls`, value('cumulative-layout-shift'), 0.02, 'score');
      figures.atLeast(
        `firstview.${page.name}.score`,
        (categories.performance?.score ?? 0) * 100,
        95,
        'points',
      );
      figures.atMost(`firstview.${page.name}.script`, bytes(scripts), page.scriptBytes, 'bytes');
      // The film itself is requested by the person, not by the page
      figures.atMost(`firstview.${page.name}.weight`, bytes(items) - bytes(media), weightOf(page), 'bytes');
      figures.exactly(`firstview.${page.name}.third-party`, foreign.length, 0, 'count');
    }
  } finally {
    chrome.kill();
    await product.stop();
  }
}

/** 400 kB, plus the extra weight that the player may have. */
function weightOf(page: (typeof pages)[number]): number {
  return 400_000 + page.scriptBytes - 90_000;
}
