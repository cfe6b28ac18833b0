import { runPrograms } from '../measuring/command.ts';

/** `npm run faults -- [NAME …] [--seconds N]`: nothing is lost, nothing happens twice. */
export default function run(args: string[]): Promise<number> {
  return runPrograms(
    {
      kill: () => import('./kill.ts'),
      seats: () => import('./seats.ts'),
      clock: () => import('./clock.ts'),
      'issue-twice': () => import('./issue-twice.ts'),
      'issue-killed': () => import('./issue-killed.ts'),
      worker: () => import('./worker.ts'),
      'watch-streams': () => import('./watch-streams.ts'),
    },
    args,
    240,
  );
}
