import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { load } from 'js-yaml';
import { inProject, projectRoot } from './project.ts';

it('the packages are installed anew when the manifest of any workspace package changes', () => {
  const { packages } = load(readFileSync(inProject('pnpm-workspace.yaml'), 'utf8')) as { packages: string[] };
  const manifests = packages.flatMap((folder) => globSync(`${folder}/package.json`, { cwd: projectRoot }));
  const bootstrap = readFileSync(inProject('infra', 'local', 'bootstrap.mjs'), 'utf8');
  const [, list = ''] = /const MANIFESTS = \[([^\]]+)\]/.exec(bootstrap) ?? [];
  const watched = [...list.matchAll(/'(.+?)'/g)].map(([, file = '']) => file);
  assert.deepEqual(
    watched.sort(),
    ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests].sort(),
  );
});
