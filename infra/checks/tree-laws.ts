/**
 * Rules about how the names of files, folders and classes relate to each other. Pure: the caller supplies the files.
 */
import { tiers } from './boundaries.ts';
import type { BrokenFileLaw, SourceFile } from './source-file.ts';

/** The names of the rules in this file. */
export const treeLaws = [
  'class-named-after-file',
  'declared-module-exists',
  'folder-not-crowded',
  'names-agree',
] as const;

const apiSource = /^apps\/api\/src\/(?!migrations\/).*(?<![.]spec)[.]ts$/;
const exportedClass = /^export (?:default )?(?:abstract )?class (\w+)/gm;

/** The maximum number of source files in one folder of a module; beyond that, move an aspect to its own folder. */
const mostFiles = 26;

const capabilities = new Set<string>(tiers.flat());

/** Places where files or folders are named after a capability, with the other names allowed there. */
const namedPlaces: readonly { place: RegExp; also: readonly string[] }[] = [
  {
    place: /^packages\/shared\/src\/contracts\/([a-z-]+)/,
    also: [
      'browser-paths',
      'contracts',
      'endpoint',
      'endpoint-input',
      'endpoints',
      'fields',
      'health',
      'paths-without-endpoint',
      'signed-in-header',
      'uploads',
    ],
  },
  { place: /^packages\/shared\/src\/vocabulary\/([a-z-]+)/, also: ['ids', 'roles', 'uploads'] },
  { place: /^packages\/shared\/src\/errors\/([a-z-]+)/, also: ['index', 'kinds', 'platform', 'uploads'] },
  // home and site are shared by the pages of all capabilities
  { place: /^apps\/web\/src\/lib\/features\/([a-z-]+)\//, also: ['home', 'site'] },
  {
    place: /^apps\/api\/test\/([a-z-]+)\//,
    also: ['access', 'builders', 'platform', 'seeds', 'structure', 'support', 'upgrade'],
  },
];

/** All violations of the tree rules. */
export function findBrokenTreeLaws(files: readonly SourceFile[]): BrokenFileLaw[] {
  return [
    ...files.flatMap(misnamedClasses),
    ...lostModules(files),
    ...crowdedFolders(files),
    ...files.flatMap(foreignNames),
  ];
}

/** `sign-in.service.ts` → `SignInService`. */
function classNameOf(path: string): string {
  const words = path
    .replace(/^.*\//, '')
    .replace(/[.]ts$/, '')
    .split(/[.-]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function misnamedClasses({ path, text }: SourceFile): BrokenFileLaw[] {
  if (!apiSource.test(path)) return [];
  const expected = classNameOf(path);
  const reason = `a file exports one class, named after the file: ${expected}`;
  return [...text.matchAll(exportedClass)]
    .filter(([, name]) => name !== expected)
    .map(({ index }) => ({
      law: 'class-named-after-file',
      path,
      line: text.slice(0, index).split('\n').length,
      reason,
    }));
}

/** Infra and tests declare parts of the built API by hand, so the compiler does not notice when such a file moves. */
function lostModules(files: readonly SourceFile[]): BrokenFileLaw[] {
  const sources = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => /^(infra|tests)\/.*[.]d[.]ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/declare module '@kizuna\/api\/([^']+)'/g)]
        .filter(([, name]) => !sources.has(`apps/api/src/${name}.ts`))
        .map(({ index }) => ({
          law: 'declared-module-exists',
          path,
          line: text.slice(0, index).split('\n').length,
          reason: 'there is no such file in apps/api/src',
        })),
    );
}

function crowdedFolders(files: readonly SourceFile[]): BrokenFileLaw[] {
  const counts = new Map<string, number>();
  const reason = `more than ${mostFiles} source files side by side; give an aspect its folder`;
  return files.flatMap(({ path }) => {
    if (!/^apps\/api\/src\/modules\//.test(path) || path.endsWith('.spec.ts')) return [];
    const folder = path.replace(/\/[^/]*$/, '');
    const count = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, count);
    return count > mostFiles ? [{ law: 'folder-not-crowded', path, line: 0, reason }] : [];
  });
}

function foreignNames({ path }: SourceFile): BrokenFileLaw[] {
  const broken = namedPlaces.some(({ place, also }) => {
    const name = place.exec(path)?.[1];
    return name !== undefined && !capabilities.has(name) && !also.includes(name);
  });
  const reason = 'the first part of the name is a capability of infra/checks/boundaries.ts';
  return broken ? [{ law: 'names-agree', path, line: 0, reason }] : [];
}
