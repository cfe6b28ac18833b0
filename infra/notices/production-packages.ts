/** Which packages the product runs with, from pnpm's lock file: the same on every machine, whatever is installed there. */

type Dependencies = Record<string, { version: string }>;

/** What this file reads of a lock file (version 9). */
export interface LockFile {
  importers: Record<
    string,
    { dependencies?: Dependencies; optionalDependencies?: Dependencies; devDependencies?: Dependencies }
  >;
  packages: Record<
    string,
    { os?: string[]; cpu?: string[]; libc?: string[]; peerDependencies?: Record<string, string> }
  >;
  snapshots: Record<
    string,
    { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
  >;
}

/** A package of a version. */
export interface LockedPackage {
  name: string;
  version: string;
}

/** The workspace package that production installs. */
const SERVER = 'infra/server';
const WEB = 'apps/web';

/** What the build of the web compiles into its pages and its server; the other devDependencies only build. */
export const BUNDLED: readonly string[] = [
  '@digital-go-jp/design-tokens',
  '@sveltejs/kit',
  '@videojs/http-streaming',
  'jsqr',
  'cookie',
  'qrcode-generator',
  'svelte',
  'tus-js-client',
  'video.js',
];

/**
 * Every package that a production install brings on Linux x64, and every one that is compiled into the web, by name. Of
 * packages that exist once per system and processor only that for Linux x64 is listed.
 */
export function productionPackages(lock: LockFile): LockedPackage[] {
  const keys = new Set([...follow(lock, installedKeys(lock, SERVER), NO_TYPES), ...bundledKeys(lock)]);
  return toPackages([...keys]);
}

/** The packages whose code, styles or tokens are part of the built web. */
export function bundledPackages(lock: LockFile): LockedPackage[] {
  const zod = installedKeys(lock, 'packages/shared');
  return toPackages([...bundledKeys(lock), ...follow(lock, zod, NO_PEERS)]);
}

/** The bundled packages and what they lead to. */
function bundledKeys(lock: LockFile): string[] {
  const all = lock.importers[WEB]?.devDependencies ?? {};
  const roots = BUNDLED.map((name) => {
    const version = all[name]?.version;
    if (version === undefined) throw new Error(`${name} is no dependency of ${WEB}`);
    return keyOf(name, version);
  });
  return follow(lock, roots, NO_PEERS);
}

/** What a production install of one workspace package asks for, through the workspace packages it uses. */
function installedKeys(lock: LockFile, importer: string): string[] {
  const { dependencies, optionalDependencies } = lock.importers[importer] ?? {};
  return Object.entries({ ...dependencies, ...optionalDependencies }).flatMap(([name, { version }]) =>
    version.startsWith('link:')
      ? installedKeys(lock, resolveLink(importer, version.slice('link:'.length)))
      : [keyOf(name, version)],
  );
}

/** Peers of what is compiled into the web are the tools that build it. */
const NO_PEERS = /^/;
/** Peers of what runs run as well, but for types. */
const NO_TYPES = /^(typescript$|@types\/)/;

/**
 * These and all packages they lead to, of those that exist once per system only that for Linux x64.
 * @param leftOut names of peers that are not followed
 */
function follow(lock: LockFile, roots: string[], leftOut: RegExp): string[] {
  const fits = (key: string) => isForLinux(lock.packages[withoutPeers(key)]);
  const seen = new Set(roots.filter(fits));
  for (const key of seen) {
    const { dependencies, optionalDependencies } = lock.snapshots[key] ?? {};
    const peers = lock.packages[withoutPeers(key)]?.peerDependencies ?? {};
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      const next = keyOf(name, version);
      if (fits(next) && !(name in peers && leftOut.test(name))) seen.add(next);
    }
  }
  return [...seen];
}

/** `link:../../apps/api` as seen from a workspace package → `apps/api`. */
function resolveLink(importer: string, link: string): string {
  return new URL(link, `file:///${importer}/`).pathname.slice(1);
}

/** A dependency under another name is written with the name it has elsewhere. */
function keyOf(name: string, version: string): string {
  return /^@?[^@(]+@/.test(version) ? version : `${name}@${version}`;
}

function withoutPeers(key: string): string {
  return key.replace(/\(.*$/, '');
}

function isForLinux(entry: LockFile['packages'][string] | undefined): boolean {
  const fits = (allowed: string[] | undefined, value: string) => allowed?.includes(value) ?? true;
  return fits(entry?.os, 'linux') && fits(entry?.cpu, 'x64') && fits(entry?.libc, 'glibc');
}

function toPackages(keys: string[]): LockedPackage[] {
  const names = [...new Set(keys.map(withoutPeers))].sort();
  return names.map((key) => {
    const at = key.lastIndexOf('@');
    return { name: key.slice(0, at), version: key.slice(at + 1) };
  });
}
