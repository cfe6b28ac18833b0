import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { findForbiddenArrows, type BrokenLaw } from './arrows.ts';
import { forbiddenArrows } from './boundaries.ts';
import { fileLaws, findBrokenFileLaws } from './file-laws.ts';
import { lintConfig } from './lint/config.ts';
import { plantedArrows, soil, type Plant } from './planted-arrows.ts';
import { allowedFiles, allowedLint, fullFolder, plantedFiles, plantedLint } from './planted-lint.ts';

type Found = { law: string; file: string };

/** Every rule is tested with a planted violation in a temporary tree, because a rule that never fails proves nothing. */
function provePlants(plants: readonly Plant[], found: () => readonly Found[]): void {
  for (const { law, file } of plants) {
    it(`${law} catches ${file}`, () => {
      const here = found().filter((one) => one.file === file);
      assert.ok(
        here.some((one) => one.law === law),
        `found there: ${here.map((one) => one.law).join(', ') || 'nothing'}`,
      );
    });
  }
}

function write(root: string, file: string, code: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), code);
}

describe('import laws', () => {
  const root = mkdtempSync(join(tmpdir(), 'kizuna-arrows-'));
  let clean: BrokenLaw[] = [];
  let found: Found[] = [];

  before(async () => {
    for (const [file, code] of Object.entries(soil)) write(root, file, code);
    clean = await findForbiddenArrows(root);
    for (const { file, code } of plantedArrows) write(root, file, code);
    found = (await findForbiddenArrows(root)).map(({ law, from }) => ({ law, file: from }));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('let a tree pass that keeps them', () => assert.deepEqual(clean, []));
  provePlants(plantedArrows, () => found);

  it('are all planted', () => {
    const planted = new Set(plantedArrows.map(({ law }) => law));
    assert.deepEqual(
      forbiddenArrows.map(({ name }) => name).filter((name) => !planted.has(name)),
      [],
    );
  });
});

describe('lint laws', () => {
  const root = mkdtempSync(join(tmpdir(), 'kizuna-lint-'));
  const found: Found[] = [];

  before(async () => {
    const tsconfig = {
      compilerOptions: { strict: true, experimentalDecorators: true, skipLibCheck: true, types: [] },
    };
    for (const folder of ['apps/api', 'packages/shared', 'infra', 'tests']) {
      write(root, `${folder}/tsconfig.json`, JSON.stringify(tsconfig));
    }
    for (const [file, code] of Object.entries(allowedLint)) write(root, file, code);
    for (const { file, code } of plantedLint) write(root, file, code);
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, baseConfig: lintConfig(root) });
    for (const { filePath, messages } of await eslint.lintFiles('.')) {
      const file = relative(root, filePath).replaceAll('\\', '/');
      found.push(...messages.map(({ ruleId, message }) => ({ law: ruleId ?? message, file })));
    }
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('let what is right pass', () =>
    assert.deepEqual(
      found.filter(({ file }) => file in allowedLint),
      [],
    ));
  provePlants(plantedLint, () => found);
});

describe('file laws', () => {
  const full = fullFolder.map((path) => ({ path, text: '' }));
  const planted = plantedFiles.map(({ file, code }) => ({ path: file, text: code }));
  const beside = Object.entries(allowedFiles).map(([path, text]) => ({ path, text }));
  const found = findBrokenFileLaws([...full, ...beside, ...planted]);

  it('let what is right pass', () => {
    assert.deepEqual(findBrokenFileLaws([...full, ...beside]), []);
  });
  provePlants(plantedFiles, () => found.map(({ law, path }) => ({ law, file: path })));

  it('are all planted', () => {
    const kinds = new Set(plantedFiles.map(({ law }) => law));
    assert.deepEqual(
      fileLaws.filter((law) => !kinds.has(law)),
      [],
    );
  });
});
