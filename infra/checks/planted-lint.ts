import type { Plant } from './planted-arrows.ts';

const modules = 'apps/api/src/modules';
const people = `${modules}/people`;

function syntax(file: string, code: string): Plant {
  return { law: 'no-restricted-syntax', file, code: `${code}\n` };
}

function plant(law: string, file: string, code: string): Plant {
  return { law, file, code: `${code}\n` };
}

const routes = 'apps/web/src/routes';
const client = "import { call } from '#lib/server/api-client.ts';\n";
const longBody = '  void 0;\n'.repeat(60);
const controllerStart = 'export class A {\n  a(x: number) {\n';

/** Violations that ESLint must detect, one per file. */
export const plantedLint: readonly Plant[] = [
  syntax(`${people}/if.controller.ts`, `${controllerStart}if (x) return 1; return 2;\n}\n}`),
  syntax(`${people}/ternary.controller.ts`, `${controllerStart}return x ? 1 : 2;\n}\n}`),
  syntax(`${people}/now.service.ts`, 'export const at = Date.now();'),
  syntax(`${people}/today.service.ts`, 'export const at = new Date();'),
  syntax(`${people}/now.controller.ts`, 'export const at = new Date();'),
  syntax(`${people}/now.entity.ts`, 'export const at = new Date();'),
  syntax(
    `${people}/forward.module.ts`,
    "import { forwardRef } from '@nestjs/common';\nexport const a = forwardRef;",
  ),
  syntax(
    `${people}/relation.entity.ts`,
    "import { ManyToOne } from 'typeorm';\nexport class A {\n  @ManyToOne('Course', 'runs') b!: unknown;\n}",
  ),
  plant('house/sql-in-its-place', `${people}/sql.service.ts`, "export const a = 'SELECT * FROM people';"),
  plant(
    'house/sql-in-its-place',
    `${people}/sql.policy.ts`,
    'export const a = (t: string) => `insert into ${t} values`;',
  ),
  plant(
    'house/sql-in-its-place',
    `${people}/builder.service.ts`,
    'export const a = (b: { createQueryBuilder(): unknown }) => b.createQueryBuilder();',
  ),
  plant('house/path-in-its-place', `${people}/path.service.ts`, "export const a = '/api/people';"),
  plant('house/path-in-its-place', 'apps/web/src/lib/ui/Path.svelte', '<a href="/api/people">x</a>'),
  plant(
    'house/path-in-its-place',
    'tests/e2e/path.ts',
    'export const a = (origin: string, id: string) => `${origin}/api/people/${id}`;',
  ),
  plant('house/path-in-its-place', 'tests/e2e/glob.ts', "export const a = '**/api/people';"),
  plant(
    'house/own-endpoints',
    `${people}/foreign.controller.ts`,
    "import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';\nexport const a = coursesEndpoints;",
  ),
  plant(
    'no-restricted-imports',
    `${people}/verb.controller.ts`,
    "import { Get } from '@nestjs/common';\nexport const a = Get;",
  ),
  plant('house/japanese-in-its-place', `${people}/words.service.ts`, "export const a = '申込済';"),
  plant('house/japanese-in-its-place', 'apps/web/src/lib/ui/Words.svelte', '<button>申し込む</button>'),
  plant(
    'house/japanese-in-its-place',
    'apps/web/src/lib/ui/Label.svelte',
    '<button aria-label="閉じる">x</button>',
  ),
  plant(
    'house/function-size',
    `${people}/long.service.ts`,
    `export const a = 1;\nfunction b() {\n${longBody}}\nb();`,
  ),
  plant(
    'house/few-arguments',
    `${people}/many.service.ts`,
    'export class A {\n  a(b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) {\n    return [b, c, d, e, f, g];\n  }\n}',
  ),
  plant('house/no-spread-literal', `${people}/spread.service.ts`, 'export const a = { ...{ b: 1 }, c: 1 };'),
  plant(
    'no-restricted-imports',
    `${people}/manager.repository.ts`,
    "import type { EntityManager } from 'typeorm';\nexport const a = (m: EntityManager) => m;",
  ),
  plant(
    'no-restricted-imports',
    `${people}/source.service.ts`,
    "import { DataSource } from 'typeorm';\nexport const a = DataSource;",
  ),
  plant(
    'no-restricted-imports',
    `${people}/inject.repository.ts`,
    "import { InjectRepository } from '@nestjs/typeorm';\nexport const a = InjectRepository;",
  ),
  plant(
    'no-restricted-imports',
    'apps/api/test/builders/manager.ts',
    "import { type EntityManager } from 'typeorm';\nexport const a = (m: EntityManager) => m;",
  ),
  plant('house/exported-function-explained', `${people}/silent.service.ts`, 'export function a() {}'),
  plant('max-lines', `${people}/lines.service.ts`, 'void 0;\n'.repeat(300)),
  plant('max-lines', `${people}/lines.spec.ts`, 'void 0;\n'.repeat(500)),
  plant('max-lines', 'apps/web/src/routes/(office)/+page.svelte', '<p>a</p>\n'.repeat(80)),
  plant('no-console', `${people}/log.service.ts`, "console.log('a');"),
  plant('no-console', 'apps/web/src/lib/ui/Log.svelte', '<script lang="ts">console.log(\'a\');</script>'),
  plant('@typescript-eslint/no-explicit-any', `${people}/any.service.ts`, 'export const a: any = 1;'),
  plant('@typescript-eslint/no-floating-promises', `${people}/float.service.ts`, 'Promise.resolve(1);'),
  plant('@typescript-eslint/no-floating-promises', 'infra/local/float.ts', 'Promise.resolve(1);'),
  plant('@typescript-eslint/no-floating-promises', 'tests/e2e/float.ts', 'Promise.resolve(1);'),
  plant(
    '@typescript-eslint/no-floating-promises',
    'packages/shared/src/rules/float.ts',
    'Promise.resolve(1);',
  ),
  plant(
    '@typescript-eslint/no-misused-promises',
    `${people}/misuse.service.ts`,
    'export const a = [1].filter(async () => Promise.resolve(true));\nif (Promise.resolve(a)) void 0;',
  ),
  plant(
    '@typescript-eslint/switch-exhaustiveness-check',
    `${people}/switch.policy.ts`,
    "declare const a: 'b' | 'c';\nswitch (a) {\n  case 'b':\n    break;\n}\nexport {};",
  ),
  plant(
    '@typescript-eslint/consistent-type-imports',
    'infra/local/types.ts',
    "import { Server } from 'node:http';\nexport type A = Server;",
  ),
];

/** The same code in places where it is allowed. */
export const allowedLint: Record<string, string> = {
  'apps/api/src/platform/database/sql.ts':
    "import { DataSource } from 'typeorm';\nexport const a = DataSource;\n",
  [`${people}/opener.service.ts`]:
    'export class A {\n  constructor(b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) {\n    void [b, c, d, e, f, g];\n  }\n}\n',
  'apps/api/src/platform/clock/clock.ts': 'export const now = new Date();\n',
  [`${people}/people.repository.ts`]: "export const a = 'SELECT * FROM people';\n",
  [`${people}/people.policy.ts`]: "export const at = new Date('2026-04-01T00:00:00+09:00');\n",
  [`${people}/own.controller.ts`]:
    "import { peopleCardsEndpoints } from '@kizuna/shared/contracts/people.cards.endpoints';\nexport const a = peopleCardsEndpoints;\n",
  'apps/api/src/platform/delivery/delivery.controller.ts':
    "import { Get } from '@nestjs/common';\nexport const a = Get;\n",
  'packages/shared/src/contracts/people.endpoints.ts': "export const a = '/api/people';\n",
  'infra/launch/source.ts': "export const a = 'apps/api/src/main.ts';\n",
  [`${people}/people.spec.ts`]: `describe('申込済', () => {\n${longBody}});\n`,
  [`${modules}/notifications/mail.templates.ts`]: "export const subject = '受講決定のお知らせ';\n",
  'apps/api/src/seeds/demo.ts': "export const hall = '中央公民館';\n",
  'packages/shared/src/rules/wareki.ts': "export const era = '令和';\n",
};

/** Violations that the file rules must detect. */
export const plantedFiles: readonly Plant[] = [
  plant('folder-says-something', 'apps/api/src/platform/utils/a.ts', ''),
  plant('folder-says-something', 'apps/web/src/lib/helpers.ts', ''),
  plant('kebab-case', 'infra/local/startAll.ts', ''),
  plant('pascal-case', 'apps/web/src/lib/ui/button.svelte', ''),
  plant('module-two-levels-deep', `${people}/sign-in/limits/a.service.ts`, ''),
  plant('class-named-after-file', `${people}/sign-in/sign-in.brake.ts`, 'export class SignInThrottle {}'),
  plant(
    'class-named-after-file',
    `${people}/two.entity.ts`,
    'export class TwoEntity {}\nexport class Other {}',
  ),
  plant('declared-module-exists', 'tests/faults/built.d.ts', "declare module '@kizuna/api/platform/gone' {}"),
  plant('folder-not-crowded', `${modules}/video/one-too-many.ts`, ''),
  plant('names-agree', 'packages/shared/src/contracts/certificates.ts', ''),
  plant('names-agree', 'apps/web/src/lib/features/certificates/Card.svelte', ''),
  plant('names-agree', 'apps/api/test/certificates/issue.int-spec.ts', ''),
  plant('disable-with-reason', `${people}/a.service.ts`, '// eslint-disable-next-line no-console'),
  plant('disable-with-reason', `${people}/b.service.ts`, '// @ts-expect-error'),
  plant('disable-with-reason', 'apps/web/src/lib/ui/A.svelte', '<!-- svelte-ignore a11y_autofocus -->'),
  plant('nothing-left-for-later', `${people}/c.service.ts`, '// TODO later'),
  plant('pool-is-for-the-queue', `${people}/d.repository.ts`, "await this.sql.onPool('SELECT 1');"),
  plant('every-test-runs', `${people}/a.policy.spec.ts`, "it.skip('a', () => {});"),
  plant('every-test-runs', 'tests/e2e/a.ts', "test.only('a', () => {});"),
  plant(
    'page-asks-once',
    `${routes}/(office)/a/+page.server.ts`,
    `${client}export const load = (event) => Promise.all([call(event, a), call(event, b)]);`,
  ),
  plant(
    'page-asks-once',
    `${routes}/(learner)/b/+page.server.ts`,
    `${client}export const load = (event) => Promise.all(ids.map((id) => call(event, a, { params: { id } })));`,
  ),
  plant(
    'page-asks-once',
    `${routes}/(public)/c/[id]/+page.server.ts`,
    `${client}import { runOf } from '../run.server.ts';
export const load = async (event) => ({ run: await runOf(event), other: await call(event, b) });`,
  ),
];

/** The maximum number of files in a folder; `one-too-many.ts` exceeds it. */
export const fullFolder = Array.from({ length: 26 }, (_, at) => `${modules}/video/part-${at}.ts`);

/** Files that the file rules must accept. */
export const allowedFiles: Record<string, string> = {
  [`${people}/people.lottery.policy.ts`]:
    '// eslint-disable-next-line no-console -- the launcher has no logger yet',
  'apps/api/src/platform/jobs/jobs.ts': "await this.sql.onPool('SELECT 1');",
  [`${modules}/notifications/templates/welcome.ts`]: '',
  'apps/web/src/routes/(office)/+page.svelte': '<p></p>',
  'apps/web/src/lib/features/people/PersonCard.svelte':
    '<!-- svelte-ignore a11y_autofocus -- first field of the desk -->',
  'apps/api/src/migrations/20261123-people.ts': '',
  [`${routes}/(public)/c/run.server.ts`]: `${client}export const runOf = (event) => loading(event, () => call(event, a));\n`,
  [`${routes}/(public)/d/+page.server.ts`]: `${client}import { loading, signedInPerson } from '#lib/server/form-helper.ts';
import { runOf } from '../c/run.server.ts';
export const load = async (event) => ({ me: await signedInPerson(event), run: await runOf(event) });
export const actions = { default: (event) => Promise.all([call(event, a), call(event, b)]) };\n`,
};
