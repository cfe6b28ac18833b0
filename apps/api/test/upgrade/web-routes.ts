import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const routes = path.join(import.meta.dirname, '../../../web/src/routes');
const endings = ['+page.svelte', '+page.server.ts', '+server.ts'];

/** Whether a path segment matches a route folder of SvelteKit: literal text with `[x+2e]` decoded, or a parameter. */
function matches(folder: string, segment: string): boolean {
  const pattern = folder
    .replace(/\[x\+([0-9a-f]{2})\]/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .split(/\[[^\]]+\]/)
    .map((text) => text.replace(/[.*+?^${}()|\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}$`).test(segment);
}

function find(folder: string, segments: readonly string[]): string | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    const file = endings.map((ending) => path.join(folder, ending)).find((each) => existsSync(each));
    if (file) return file;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const below = path.join(folder, entry.name);
    const group = /^\(.*\)$/.test(entry.name);
    if (!group && (segment === undefined || !matches(entry.name, segment))) continue;
    const found = find(below, group ? segments : rest);
    if (found) return found;
  }
  return undefined;
}

/** The file of the web that answers a path, or undefined where none does. Fixed names and parameters count alike. */
export function pageOf(pathname: string): string | undefined {
  return find(
    routes,
    pathname.split('/').filter((segment) => segment !== ''),
  );
}
