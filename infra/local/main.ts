import { Refusal } from '@kizuna/server/refusal.ts';
import { tell, warn } from '@kizuna/server/tell.ts';
import { end, endOnSignals, isEnding } from './supervisor/ending.ts';

/** A command: takes its arguments, returns the exit code. */
type Run = (args: string[]) => Promise<number | void>;

/** The module of each command; loaded only when it is called. */
const COMMANDS: Record<string, () => Promise<{ default: Run }>> = {
  start: () => import('./commands/start.ts'),
  test: () => import('./commands/test.ts'),
  build: () => import('./commands/build.ts'),
  dev: () => import('./commands/dev.ts'),
  check: async () => {
    await (await import('./commands/build.ts')).buildShared();
    return dispatch('../checks/check.ts');
  },
  new: () => dispatch('../checks/new.ts'),
  bench: () => dispatch('../../tests/bench/main.ts'),
  faults: () => dispatch('../../tests/faults/main.ts'),
  'admin:create': () => import('./commands/admin-create.ts'),
  'db:migrate': () => import('./commands/database-migrate.ts'),
  'db:reset': () => import('./commands/database-reset.ts'),
  'db:seed': () => import('./commands/database-seed.ts'),
  'keys:rotate': () => import('./commands/keys-rotate.ts'),
};

/** A module of another part of the project; it exports `run(args)` as its default or by name. */
async function dispatch(file: string): Promise<{ default: Run }> {
  const loaded = (await import(file)) as { default?: Run; run?: Run };
  const found = loaded.default ?? loaded.run;
  if (!found) throw new Error(`${file} exports no run(args)`);
  return { default: found };
}

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (!load) {
  tell(`使えるコマンド: ${Object.keys(COMMANDS).join('、')}`);
  process.exit(1);
}
const stopsCleanly = name === 'start' || name === 'dev';
endOnSignals(stopsCleanly ? 0 : 130, () => stopsCleanly && tell('\n止めています …'));
try {
  const { default: run } = await load();
  await end((await run(args)) ?? 0);
} catch (error) {
  // failures caused by the shutdown itself are not reported
  if (!isEnding()) warn(`\n${error instanceof Refusal ? error.message : describe(error)}`);
  await end(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
