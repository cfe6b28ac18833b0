import { findChromium } from '@kizuna/infra/chromium/find-chromium.ts';
import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import type { Measuring } from '../measuring/command.ts';
import { coldLimits, openCold } from '../measuring/cold-page.ts';
import { coldVisits } from '../measuring/cold-visits.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { signedInLearners } from '../measuring/signed-in.ts';

const pages = [
  { name: 'home', path: '/', scriptBytes: 90_000 },
  { name: 'course', path: '/courses/introductory', scriptBytes: 90_000 },
  { name: 'sign-in', path: '/sign-in', scriptBytes: 90_000 },
  { name: 'film', path: '/videos/kizuna-digest', scriptBytes: 90_000 },
];

const weightLimit = 400_000;

interface Item {
  url: string;
  resourceType: string;
  transferSize: number;
}

type Product = Awaited<ReturnType<typeof startQuietProduct>>;

/** [firstview] The first view: what it costs an empty cache, and how fast it is with Lighthouse's mobile profile. */
export default async function firstview({ figures }: Measuring): Promise<void> {
  const product = await startQuietProduct();
  try {
    await measureCold(product, figures);
    await measureOnPhone(product, figures);
  } finally {
    await product.stop();
  }
}

async function measureCold(product: Product, figures: Measuring['figures']): Promise<void> {
  const [learner] = await signedInLearners(product.databaseUrl, 1);
  const visits = await coldVisits(product.origin, learner!);
  const { executablePath, env, args } = findChromium('packaged');
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    for (const [name, visit] of visits) {
      const page = await openCold(browser, visit);
      figures.atMost(`firstview.requests.${name}`, page.requests, coldLimits.requests, 'count');
      figures.atMost(`firstview.kilobytes.${name}`, page.kilobytes, coldLimits.kilobytes, 'kB');
      figures.atMost(`firstview.script.${name}`, page.scriptKilobytes, coldLimits.scriptKilobytes, 'kB');
    }
  } finally {
    await browser.close();
  }
}

async function measureOnPhone(product: Product, figures: Measuring['figures']): Promise<void> {
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
      figures.atMost(`firstview.${page.name}.weight`, bytes(items) - bytes(media), weightLimit, 'bytes');
      figures.exactly(`firstview.${page.name}.third-party`, foreign.length, 0, 'count');
    }
  } finally {
    chrome.kill();
  }
}
