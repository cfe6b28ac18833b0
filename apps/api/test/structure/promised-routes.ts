import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A route as the head of a contract file promises it. */
export interface PromisedRoute {
  /** `GET /api/people/{personId}` */
  name: string;
  /** `public`, a permission, or undefined where the head does not say. */
  access: string | undefined;
  /** Name of the response schema, `PDF`, `CSV` or `SVG` for files, undefined for streams. */
  answer: string | undefined;
}

const contracts = path.join(import.meta.dirname, '../../../../packages/shared/src/contracts');
const line = /^ \*\s+(GET|POST|PUT|PATCH|DELETE|OPTIONS)\s+(\/api\/[^\s?]*)(?:\?\S*)?\s+([^→]*)(?:→ (\w+))?/;

/** `/api/people/:personId` and `/api/media/*path` in the one way that the comparisons use. */
export function plainPath(route: string): string {
  return route.replace(/:(\w+)/g, '{$1}').replace(/\*\w*$|\{path\}$/, '*');
}

function inFile(text: string): PromisedRoute[] {
  return text
    .split('\n')
    .map((one) => line.exec(one))
    .filter((match) => match !== null)
    .map(([, method, route, middle = '', answer]) => ({
      name: `${method} ${plainPath(route ?? '')}`,
      access: /^(public|[a-z]+\.[a-z]+)\b/.exec(middle)?.[0],
      answer,
    }));
}

/** Every route that packages/shared/src/contracts promises, in the comment at the head of each file. */
export function promisedRoutes(): PromisedRoute[] {
  return readdirSync(contracts)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => inFile(readFileSync(path.join(contracts, file), 'utf8')));
}
