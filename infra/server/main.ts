import { required } from './environment.ts';
import { Refusal } from './refusal.ts';
import { tell, warn } from './tell.ts';

/** A part of the product, or a command on its database. The environment contains its settings (docs/operations.md). */
type Run = (args: string[]) => Promise<unknown>;

/** Parts run until they are stopped. */
const PARTS: Record<string, Run> = {
  serve: () => import('./serve.ts'),
  worker: () => import('@kizuna/api/worker'),
};

/** Commands end when their work is done; loaded only when called. */
const COMMANDS: Record<string, Run> = {
  migrate: () => import('./prepare-database.ts'),
  health: () => import('./check-health.ts'),
  'admin:create': async (args) => {
    const { createAdministrator, readNewAdmin } = await import('./create-admin.ts');
    await createAdministrator(required('DATABASE_URL'), await readNewAdmin(args), required('PUBLIC_ORIGIN'));
  },
  'keys:rotate': async (args) => {
    const { readSigningKeys, rotateSigningKeys } = await import('./rotate-keys.ts');
    await rotateSigningKeys(required('DATABASE_URL'), readSigningKeys(args));
  },
  film: async ([folder = '']) => {
    const { replaceFilms } = await import('./replace-films.ts');
    await replaceFilms(required('DATABASE_URL'), folder, required('DATA_DIR'));
  },
};

const [name = '', ...args] = process.argv.slice(2);
const run = PARTS[name] ?? COMMANDS[name];
if (!run) {
  tell(`使えるコマンド: ${[...Object.keys(PARTS), ...Object.keys(COMMANDS)].join('、')}`);
  process.exit(1);
}
try {
  await run(args);
  if (name in COMMANDS) process.exit(0);
} catch (error) {
  warn(explain(error));
  process.exit(1);
}

/** A wrong setting is one sentence for the operator; anything else is a bug and shows its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isSentence = error instanceof Refusal || error.name === 'ConfigError';
  return isSentence ? error.message : (error.stack ?? error.message);
}
