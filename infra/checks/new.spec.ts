import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { inProject, projectRoot } from '../local/project.ts';
import { findForbiddenArrows } from './arrows.ts';
import { findBrokenFileLaws } from './file-laws.ts';
import { lintConfig } from './lint/config.ts';
import { writeNew } from './new.ts';
import { commandOf, runNode } from './processes.ts';

const copied = [
  'apps/api/src',
  'apps/api/tsconfig.json',
  'packages/shared/src',
  'tsconfig.base.json',
  'docs/adr',
];
const commands = [
  ['module', 'tea-salons'],
  ['page', '(office)/office/tea-salons', 'お茶のサロン'],
  ['migration', 'tea-cups'],
  ['adr', 'drink-tea-together'],
];

/** A tsconfig for the new module that resolves packages/shared from the copy. */
function writeTypesProject(root: string): void {
  const compilerOptions = {
    noEmit: true,
    rootDir: '../..',
    paths: { '@kizuna/shared/*': ['../../packages/shared/src/*.ts'] },
  };
  const include = ['src/modules/tea-salons/index.ts', 'src/migrations/index.ts'];
  const project = { extends: './tsconfig.json', compilerOptions, include };
  writeFileSync(join(root, 'apps/api/tsconfig.new.json'), JSON.stringify(project));
}

describe('pnpm new', () => {
  const root = mkdtempSync(join(tmpdir(), 'kizuna-new-'));
  const written: string[] = [];
  const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

  before(async () => {
    for (const path of copied) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      cpSync(inProject(path), join(root, path), { recursive: true });
    }
    for (const folder of ['apps/api', 'packages/shared']) {
      symlinkSync(inProject(folder, 'node_modules'), join(root, folder, 'node_modules'), 'junction');
    }
    for (const command of commands) written.push(...(await writeNew(root, command)));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('writes the module into the list of capabilities', () => {
    assert.match(textOf('apps/api/src/app.module.ts'), /capabilities[^;]*TeaSalonsModule/);
  });

  it('writes its endpoints into the registry', () => {
    assert.match(textOf('packages/shared/src/contracts/endpoints.ts'), /groups[^;]*teaSalonsEndpoints/);
  });

  it('numbers decisions on', () => {
    const numbers = written.filter((path) => path.startsWith('docs/adr/'));
    assert.match(numbers.join(), /^docs\/adr\/\d{4}-drink-tea-together[.]md$/);
  });

  it('writes what Prettier would', async () => {
    const options = await resolveConfig(inProject('eslint.config.js'));
    for (const path of written) assert.ok(await check(textOf(path), { ...options, filepath: path }), path);
  });

  it('writes what lint lets pass', async () => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, baseConfig: lintConfig(root) });
    const results = await eslint.lintFiles(written.filter((path) => /[.](ts|svelte)$/.test(path)));
    const messages = results.flatMap((result) =>
      result.messages.map(({ message }) => `${result.filePath} ${message}`),
    );
    // packages/shared has no tsconfig in the copy, so its files cannot be linted here
    assert.deepEqual(
      messages.filter((message) => !message.includes('packages/shared')),
      [],
    );
  });

  it('keeps the import and file laws', async () => {
    const isNew = (path: string): boolean => path.includes('tea-');
    const broken = (await findForbiddenArrows(root)).filter(({ from }) => isNew(from));
    assert.deepEqual(broken, []);
    const files = written.map((path) => ({ path, text: textOf(path) }));
    // the developer adds the module to a tier by hand, as the command instructs
    const laws = findBrokenFileLaws(files).filter(({ law }) => law !== 'names-agree');
    assert.deepEqual(laws, []);
  });

  it('writes what the compiler lets pass', async () => {
    writeTypesProject(root);
    const { output } = await runNode([
      commandOf('typescript', 'tsc'),
      '-p',
      join(root, 'apps/api/tsconfig.new.json'),
    ]);
    const complaints = output
      .split('\n')
      .filter((line) => line.includes('tea-') || line.includes('error TS5'));
    assert.deepEqual(complaints, []);
  });

  it('refuses a name that is no name, and a file that is there', async () => {
    await assert.rejects(() => writeNew(root, ['module', 'TeaSalons']));
    await assert.rejects(() => writeNew(root, ['module', 'tea-salons']));
    await assert.rejects(() => writeNew(root, ['castle', 'tea']));
    assert.notEqual(root, projectRoot);
  });
});
