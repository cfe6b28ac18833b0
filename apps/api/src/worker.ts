import { createApi, startWorker } from './app.js';
import { ConfigError } from './platform/config/config-error.js';

/** The job process: the same modules, no port. */
try {
  await startWorker(await createApi());
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
