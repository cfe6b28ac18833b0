import { runPrograms } from '../measuring/command.ts';

/** `npm run bench -- [NAME …] [--seconds N]`: the performance figures. */
export default function run(args: string[]): Promise<number> {
  return runPrograms(
    {
      page: () => import('./page.ts'),
      read: () => import('./read.ts'),
      watch: () => import('./watch.ts'),
      quiz: () => import('./quiz.ts'),
      signin: () => import('./signin.ts'),
      firstview: () => import('./firstview.ts'),
      growth: () => import('./growth.ts'),
      hls: () => import('./hls.ts'),
      certificates: () => import('./certificates.ts'),
      start: () => import('./start.ts'),
    },
    args,
    10,
  );
}
