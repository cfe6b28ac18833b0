import { tiers } from './boundaries.ts';

/** A deliberate violation: `file` contains `code`, and the rule `law` must detect it there. */
export type Plant = { law: string; file: string; code: string };

const modules = 'apps/api/src/modules';
const web = 'apps/web/src';
const all = tiers.flat();

/** The files of a module that planted violations import. */
function moduleFiles(name: string): [string, string][] {
  return [
    [`${modules}/${name}/index.ts`, `export { serve } from './${name}.service.js';\n`],
    [`${modules}/${name}/${name}.service.ts`, `export { rows as serve } from './${name}.repository.js';\n`],
    [`${modules}/${name}/${name}.repository.ts`, `export { Row as rows } from './${name}.entity.js';\n`],
    [`${modules}/${name}/${name}.entity.ts`, 'export class Row {}\n'],
  ];
}

/** Allowed imports: each module may import every module of a lower tier. */
const looksDown = tiers.flatMap((tier, height) =>
  tier.flatMap((high) =>
    tiers
      .slice(0, height)
      .flat()
      .map((low): [string, string] => [
        `${modules}/${high}/reads-${low}.ts`,
        `export * from '../${low}/index.js';\n`,
      ]),
  ),
);

/** A small tree without violations: the files that planted violations import, and imports that must stay allowed. */
export const soil: Record<string, string> = {
  ...Object.fromEntries([...all.flatMap(moduleFiles), ...looksDown]),
  'apps/api/src/main.ts': "export * from './modules/people/index.js';\n",
  'apps/api/src/platform/clock.ts': "export { readFileSync } from 'node:fs';\n",
  'apps/api/src/platform/round.ts': 'export const planted = 1;\n',
  'apps/api/src/platform/trip.ts': "export * from './round.js';\n",
  'apps/api/src/platform/shape.ts': 'export interface Shape {}\n',
  'apps/api/src/platform/shaped.ts':
    "import type { Shape } from './shape.js';\nexport type Shaped = Shape;\n",
  'apps/api/src/seeds/demo.ts': "export * from '../modules/people/index.js';\n",
  'apps/api/test/support/app.ts': "export * from '../../src/main.js';\n",
  [`${modules}/people/people.policy.ts`]: "export { serve } from '@kizuna/shared/rules/serve';\n",
  [`${modules}/payments/payments.repository.ts`]: 'export const rows = 1;\n',
  'apps/web/package.json': JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }),
  [`${web}/lib/server/api.ts`]: "export { randomUUID } from 'node:crypto';\n",
  [`${web}/lib/features/people/Card.svelte`]:
    '<script lang="ts">import Button from \'#lib/ui/Button.svelte\';</script><Button />\n',
  [`${web}/lib/features/people/people.server.ts`]: "export * from '#lib/server/api.ts';\n",
  [`${web}/lib/ui/Button.svelte`]: '<button>go</button>\n',
  [`${web}/routes/+page.server.ts`]: "export * from '#lib/server/api.ts';\n",
  [`${web}/routes/+page.svelte`]:
    '<script lang="ts">import Card from \'#lib/features/people/Card.svelte\';</script><Card />\n',
  'packages/shared/src/rules/serve.ts': "export { z as serve } from 'zod';\n",
  'infra/checks/boundaries.ts': 'export const tiers = [];\n',
  'infra/local/main.ts': "export * from '../../apps/api/src/main.js';\n",
  'infra/local/start.ts': "export * from '../server/serve.ts';\n",
  'infra/server/serve.ts': "export * from './environment.ts';\n",
  'infra/server/environment.ts': 'export const environment = 1;\n',
  'tests/e2e/open.ts': 'export const open = 1;\n',
};

/** One planted violation for every pair of modules that the tiers forbid. */
const looksUp = tiers.flatMap((tier, height) =>
  tier.flatMap((capability) =>
    tiers
      .slice(height)
      .flat()
      .filter((other) => other !== capability)
      .map((other) => ({
        law: `${capability}-looks-down-only`,
        file: `${modules}/${capability}/looks-at-${other}.ts`,
        code: `export * from '../${other}/index.js';\n`,
      })),
  ),
);

/** A planted violation that consists of one forbidden import. */
function imports(law: string, file: string, target: string): Plant {
  const statement = `import * as planted from '${target}';`;
  return file.endsWith('.svelte')
    ? { law, file, code: `<script lang="ts">${statement}</script>{planted}\n` }
    : { law, file, code: `${statement}\nexport default planted;\n` };
}

/** At least one violation of every import rule. */
export const plantedArrows: readonly Plant[] = [
  ...looksUp,
  imports('module-stands-in-a-tier', `${modules}/payments/payments.service.ts`, '../people/index.js'),
  imports('module-by-its-face', `${modules}/enrolment/a.service.ts`, '../courses/courses.service.js'),
  imports('from-outside-by-the-face', 'apps/api/src/seeds/a.ts', '../modules/people/people.service.js'),
  imports('repository-is-private', `${modules}/enrolment/b.service.ts`, '../courses/courses.repository.js'),
  imports('face-hides-repository', `${modules}/payments/index.ts`, './payments.repository.js'),
  imports('entity-knows-own-module', `${modules}/enrolment/a.entity.ts`, '../courses/index.js'),
  imports('controller-calls-no-repository', `${modules}/people/a.controller.ts`, './people.repository.js'),
  imports('policy-is-pure', `${modules}/people/a.policy.ts`, './people.repository.js'),
  imports('policy-is-pure', `${modules}/people/b.policy.ts`, '@nestjs/common'),
  imports('policy-is-pure', `${modules}/people/c.policy.ts`, 'typeorm'),
  imports('policy-uses-no-node', `${modules}/people/d.policy.ts`, 'node:fs'),
  imports('platform-knows-no-capability', 'apps/api/src/platform/a.ts', '../modules/people/index.js'),
  imports('migration-stands-alone', 'apps/api/src/migrations/1-a.ts', '../modules/people/people.entity.js'),
  imports('source-imports-no-test', `${modules}/people/a.service.ts`, '../../../test/support/app.js'),
  imports('api-knows-no-web', 'apps/api/src/platform/b.ts', '../../../web/src/lib/server/api.ts'),
  imports('web-knows-no-api', `${web}/lib/server/a.ts`, '../../../../api/src/main.js'),
  imports('web-knows-no-api', `${web}/lib/server/c.ts`, '@kizuna/api/main'),
  imports('apps-know-no-infra', 'apps/api/src/platform/c.ts', '../../../../infra/local/main.ts'),
  imports('server-runs-without-local', 'infra/server/a.ts', '../local/main.ts'),
  imports('server-runs-without-local', 'infra/server/b.ts', '@kizuna/infra/local/main.ts'),
  imports('server-runs-without-local', 'infra/deploy/a.spec.ts', '../checks/boundaries.ts'),
  imports('shared-is-pure', 'packages/shared/src/rules/a.ts', '@nestjs/common'),
  imports('shared-is-pure', 'packages/shared/src/rules/b.ts', 'svelte/store'),
  imports('shared-is-pure', 'packages/shared/src/rules/c.ts', 'typeorm'),
  imports('shared-is-pure', 'packages/shared/src/rules/d.ts', 'node:fs'),
  imports('e2e-goes-through-the-door', 'tests/e2e/a.ts', '../../apps/api/src/main.js'),
  imports('browser-never-sees-server', `${web}/lib/features/people/a.ts`, '#lib/server/api.ts'),
  imports('browser-never-sees-server', `${web}/lib/features/people/A.svelte`, '#lib/server/api.ts'),
  imports('browser-never-sees-server', `${web}/routes/+layout.svelte`, '../lib/server/api.ts'),
  imports('browser-never-sees-server', `${web}/lib/features/people/C.svelte`, './people.server.ts'),
  imports('server-knows-no-feature', `${web}/lib/server/b.ts`, '#lib/features/people/Card.svelte'),
  imports('browser-uses-no-node', `${web}/lib/features/people/b.ts`, 'node:crypto'),
  imports('ui-knows-no-feature', `${web}/lib/ui/A.svelte`, '../features/people/Card.svelte'),
  imports('lib-knows-no-route', `${web}/lib/features/people/B.svelte`, '../../../routes/+page.svelte'),
  imports('i18n-knows-no-feature', `${web}/lib/i18n/a.ts`, '#lib/ui/Button.svelte'),
  imports('no-cycle', 'apps/api/src/platform/round.ts', './trip.js'),
  {
    law: 'no-cycle',
    file: 'apps/api/src/platform/shape.ts',
    code: "import type { Shaped } from './shaped.js';\nexport interface Shape {\n  inner: Shaped;\n}\n",
  },
];
