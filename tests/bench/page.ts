import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import { measureBlankPage, ofBlank } from '../measuring/blank-page.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, withCpu } from '../measuring/cpu-time.ts';
import { learnerPages, pagesOfLearners } from '../measuring/learner-pages.ts';
import { sendLoad, type Load } from '../measuring/load.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';

const connections = 32;

/** [page] Pages of a signed-in learner, rendered on the server: home, course, lesson. */
export default async function page({ figures, seconds }: Measuring): Promise<void> {
  const blank = await measureBlankPage({ connections, seconds });
  const product = await startQuietProduct({ SEED: 'large' });
  try {
    const { origin } = product;
    const requests = await learnerPages(origin, product.databaseUrl);
    await sendLoad({ origin, requests, connections: 8, seconds: 3 });
    const { result: full, cpu } = await withCpu(product, () =>
      sendLoad({ origin, requests, connections, seconds }),
    );
    const calm = await sendLoad({ origin, requests, connections, seconds, rate: 100 });
    figures.note('page.requests', full.perSecond, '1/s', blank.perSecond);
    figures.atMost('page.p95', calm.p95, 150, 'ms');
    figures.atLeast('page.of-blank', full.perSecond / blank.perSecond, 0.07, 'ratio', blank.perSecond);
    const share = ofBlank(noteCpu(figures, 'page', cpu, full.answers), blank);
    if (share !== null) figures.atMost('page.cpu-of-blank', share, 12, 'ratio', blank.cpu);
    let errors = full.errors + calm.errors;
    for (const [kind, asked] of Object.entries(await kindsOfPages(product))) {
      const load = { origin, requests: asked, connections: 8 };
      await sendLoad({ ...load, seconds: 1 });
      const alone = await withCpu(product, () => sendLoad({ ...load, seconds: Math.min(seconds, 3) }));
      noteCpu(figures, `page.${kind}`, alone.cpu, alone.result.answers);
      errors += alone.result.errors;
    }
    figures.exactly('page.errors', errors, 0, 'count');
  } finally {
    await product.stop();
  }
}

/** Pages of learners, and pages that everybody may read. */
async function kindsOfPages(product: ThrowAwayProduct): Promise<Record<string, Load['requests']>> {
  const pages = await pagesOfLearners(product.origin, product.databaseUrl);
  return {
    home: pages.map((one) => one.home),
    course: pages.map((one) => one.course),
    lesson: pages.map((one) => one.lesson),
    front: [{ path: '/' }],
    courses: [{ path: '/courses' }],
    guide: [{ path: '/help' }],
    'guide-signed-in': pages.map((one) => one.guide),
  };
}
