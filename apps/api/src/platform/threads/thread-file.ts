import path from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = `${path.sep}src${path.sep}`;

/**
 * The compiled program of a thread next to a module: a thread has no loader for TypeScript, so code running from
 * the sources (tests) uses the last build.
 * @param moduleUrl `import.meta.url` of the module
 */
export function threadFile(moduleUrl: string, name: string): string {
  const beside = path.join(path.dirname(fileURLToPath(moduleUrl)), name);
  if (!moduleUrl.endsWith('.ts')) return beside;
  const at = beside.lastIndexOf(sources);
  return `${beside.slice(0, at)}${path.sep}dist${path.sep}${beside.slice(at + sources.length)}`;
}
