import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';

// The health check of a container: exits with 0 where web and API of this container answer and reach the database.
const port = process.env.PORT || '3000';
const answer = await fetch(`http://127.0.0.1:${port}${healthEndpoints.getReadiness.path}`).catch(
  () => undefined,
);
process.exit(answer?.ok ? 0 : 1);
