/** Rules about the names and the text of files that a linter cannot check. Pure: the caller supplies the files. */
import { findBrokenPageLaws, pageLaws } from './page-laws.ts';
import type { BrokenFileLaw, SourceFile } from './source-file.ts';
import { findBrokenTreeLaws, treeLaws } from './tree-laws.ts';

type PathLaw = { law: string; reason: string; applies: RegExp; must: RegExp };
type LineLaw = { law: string; reason: string; applies: RegExp; forbidden: RegExp };

const code = /[.](ts|mjs|js|svelte)$/;

const pathLaws: PathLaw[] = [
  {
    law: 'folder-says-something',
    reason: 'utils, helpers, common, misc say nothing; see "Where does a new line go?" in CONTRIBUTING.md',
    applies: code,
    must: /^(?!(.*\/)?(utils?|helpers?|common|misc)(\/|[.]))/,
  },
  {
    law: 'kebab-case',
    reason: 'files are kebab-case, with the role after a dot',
    applies: /^(apps\/api|packages|infra|tests)\/.*[.]ts$/,
    must: /\/[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*[.]ts$/,
  },
  {
    law: 'pascal-case',
    reason: 'components are PascalCase.svelte; only SvelteKit names begin with +',
    applies: /[.]svelte$/,
    must: /\/([A-Z][A-Za-z0-9]*|[+][a-z]+(@[a-z()-]*)?)[.]svelte$/,
  },
  {
    law: 'module-two-levels-deep',
    reason: 'a capability holds files and folders of aspects, and an aspect holds files only',
    applies: /^apps\/api\/src\/modules\//,
    must: /^apps\/api\/src\/modules\/[^/]+\/([^/]+\/)?[^/]+$/,
  },
];

const lineLaws: LineLaw[] = [
  {
    law: 'disable-with-reason',
    reason: 'switching a check off needs its reason on the same line, behind " -- " or in brackets',
    applies: code,
    forbidden:
      /(eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck|svelte-ignore|prettier-ignore)(?!.*( -- |\()\S)/,
  },
  {
    law: 'nothing-left-for-later',
    reason: 'finish it, or file an issue',
    applies: code,
    forbidden: /\b(T[O]DO|F[I]XME|X[X]X)\b/,
  },
  {
    law: 'pool-is-for-the-queue',
    reason:
      'Sql.onPool is for the job queue, which commits its own statements (ADR 0030); use query or writeAlone',
    applies: /^apps\/api\/src\/(?!platform\/(jobs|database)\/)/,
    forbidden: /[.]onPool\(/,
  },
  {
    law: 'every-test-runs',
    reason: 'a test that does not run proves nothing; one that runs alone hides the others',
    applies: /[.](int-)?spec[.]ts$|^tests\//,
    forbidden: /\b(it|test|describe)[.](skip|only|todo|fixme)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
  },
];

/** These files contain deliberate violations and are not checked. */
const plants = /^infra\/checks\/(planted|file-laws)/;

/** The names of all file rules. */
export const fileLaws: readonly string[] = [
  ...[...pathLaws, ...lineLaws].map(({ law }) => law),
  ...treeLaws,
  ...pageLaws,
];

/** All violations of the file rules. */
export function findBrokenFileLaws(files: readonly SourceFile[]): BrokenFileLaw[] {
  const checked = files.filter(({ path }) => !plants.test(path));
  return [
    ...checked.flatMap((file) => [...inPath(file), ...inText(file)]),
    ...findBrokenTreeLaws(checked),
    ...findBrokenPageLaws(checked),
  ];
}

function inPath({ path }: SourceFile): BrokenFileLaw[] {
  return pathLaws
    .filter(({ applies, must }) => applies.test(path) && !must.test(path))
    .map(({ law, reason }) => ({ law, reason, path, line: 0 }));
}

function inText({ path, text }: SourceFile): BrokenFileLaw[] {
  const laws = lineLaws.filter(({ applies }) => applies.test(path));
  if (laws.length === 0) return [];
  return text
    .split('\n')
    .flatMap((content, index) =>
      laws
        .filter(({ forbidden }) => forbidden.test(content))
        .map(({ law, reason }) => ({ law, reason, path, line: index + 1 })),
    );
}
