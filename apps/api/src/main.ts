import { createApi, startWorker } from './app.js';
import { loadConfig } from './platform/config/app-config.js';
import { ConfigError } from './platform/config/config-error.js';

/** The HTTP process. With WORKER_MODE=embedded (the default) it does the background work too. */
try {
  const config = loadConfig(process.env);
  const app = await createApi({ config });
  if (config.workerMode === 'embedded') await startWorker(app);
  await app.listen(config.port, config.host);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
