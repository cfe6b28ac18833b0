import path from 'node:path';
import { freePort } from '@kizuna/infra/local/supervisor/ports.ts';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from '../measuring/ask.ts';
import { startServer } from '../measuring/child-server.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, withCpu } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { sendLoad } from '../measuring/load.ts';
import { signedInLearners } from '../measuring/signed-in.ts';

/** [read] API reads: the course list, a lesson, the learner's home page. */
export default async function read({ figures, seconds }: Measuring): Promise<void> {
  const product = await startQuietProduct({ SEED: 'large' });
  try {
    const bare = await measureBare(product.databaseUrl, seconds);
    const requests = await reads(product.origin, product.databaseUrl);
    await sendLoad({ origin: product.origin, requests, connections: 8, seconds: 3 });
    const calm = await sendLoad({ origin: product.origin, requests, connections: 32, seconds, rate: 200 });
    const { result: full, cpu } = await withCpu(product, () =>
      sendLoad({ origin: product.origin, requests, connections: 32, seconds }),
    );
    figures.atMost('read.p99', calm.p99, 50, 'ms');
    figures.atLeast('read.of-bare', full.perSecond / bare, 0.25, 'ratio', bare);
    noteCpu(figures, 'read', cpu, full.answers);
    figures.exactly('read.errors', calm.errors + full.errors, 0, 'count');
  } finally {
    await product.stop();
  }
}

async function reads(origin: string, databaseUrl: string) {
  const requests: { path: string; headers?: Record<string, string> }[] = [];
  for (const { cookie, enrolmentId } of await signedInLearners(databaseUrl, 16)) {
    const headers = { cookie };
    const course = await ask({ origin, headers }, learningEndpoints.getLearningCourse, {
      params: { enrolmentId },
    });
    const { lessonId } = course.lessons.find((item) => item.lesson.kind === 'material')!.lesson;
    requests.push({ path: coursesEndpoints.listCourses.path });
    requests.push({ path: learningEndpoints.getLearningHome.path, headers });
    requests.push({ path: pathOf(learningEndpoints.getLesson, { enrolmentId, lessonId }), headers });
  }
  return requests;
}

async function measureBare(databaseUrl: string, seconds: number): Promise<number> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATABASE_URL: databaseUrl, NODE_ENV: 'production' };
  const program = path.join(import.meta.dirname, 'bare-route.ts');
  const server = await startServer(process.execPath, [program], { env, address: `${origin}/row` });
  try {
    await sendLoad({ origin, requests: [{ path: '/row' }], connections: 8, seconds: 2 });
    return (await sendLoad({ origin, requests: [{ path: '/row' }], connections: 32, seconds })).perSecond;
  } finally {
    await server.stop();
  }
}
