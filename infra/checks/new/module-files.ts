import { camel, pascal, snake } from './names.ts';

/** Files to write: path from the repository's root → text. */
export type NewFiles = Record<string, string>;

function contract(name: string): string {
  return `import { z } from 'zod';

export const ${pascal(name)}Row = z.object({ id: z.uuid(), name: z.string() }).meta({ id: '${pascal(name)}Row' });
export type ${pascal(name)}Row = z.infer<typeof ${pascal(name)}Row>;

export const ${pascal(name)}List = z.object({ items: z.array(${pascal(name)}Row) }).meta({ id: '${pascal(name)}List' });
export type ${pascal(name)}List = z.infer<typeof ${pascal(name)}List>;
`;
}

function endpoints(name: string): string {
  return `import { endpoint } from './endpoint.js';
import { ${pascal(name)}List } from './${name}.js';

export const ${camel(name)}Endpoints = {
  list${pascal(name)}: endpoint({
    method: 'GET',
    path: '/api/${name}',
    access: 'run.read',
    answer: ${pascal(name)}List,
  }),
};
`;
}

function face(name: string): string {
  return `export { ${pascal(name)}Module } from './${name}.module.js';
`;
}

function wiring(name: string): string {
  return `import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ${pascal(name)}Controller } from './${name}.controller.js';
import { ${pascal(name)}Entity } from './${name}.entity.js';
import { ${pascal(name)}Reader } from './${name}.reader.js';

@Module({
  imports: [TypeOrmModule.forFeature([${pascal(name)}Entity])],
  controllers: [${pascal(name)}Controller],
  providers: [${pascal(name)}Reader],
})
export class ${pascal(name)}Module {}
`;
}

function controller(name: string): string {
  return `import { ${camel(name)}Endpoints } from '@kizuna/shared/contracts/${name}.endpoints';
import { Controller } from '@nestjs/common';
import { Handles } from '../../platform/http/index.js';
import { ${pascal(name)}Reader } from './${name}.reader.js';

@Controller()
export class ${pascal(name)}Controller {
  constructor(private readonly reader: ${pascal(name)}Reader) {}

  @Handles(${camel(name)}Endpoints.list${pascal(name)})
  list${pascal(name)}() {
    return this.reader.list();
  }
}
`;
}

function reader(name: string): string {
  return `import type { ${pascal(name)}List, ${pascal(name)}Row } from '@kizuna/shared/contracts/${name}';
import { Injectable } from '@nestjs/common';
import { Sql } from '../../platform/database/index.js';

/** Queries for screens and for higher modules. */
@Injectable()
export class ${pascal(name)}Reader {
  constructor(private readonly sql: Sql) {}

  /** All of them, by name. */
  async list(): Promise<${pascal(name)}List> {
    return { items: await this.sql.query<${pascal(name)}Row>('SELECT id, name FROM ${snake(name)} ORDER BY name, id') };
  }
}
`;
}

function entity(name: string): string {
  return `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('${snake(name)}')
export class ${pascal(name)}Entity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_${snake(name)}' })
  id: string;

  @Column('text')
  name: string;
}
`;
}

/** A module with one list endpoint: contract, endpoint, module, controller, reader, entity. The table is in the migration. */
export function moduleFiles(name: string): NewFiles {
  const folder = `apps/api/src/modules/${name}`;
  return {
    [`packages/shared/src/contracts/${name}.ts`]: contract(name),
    [`packages/shared/src/contracts/${name}.endpoints.ts`]: endpoints(name),
    [`${folder}/index.ts`]: face(name),
    [`${folder}/${name}.module.ts`]: wiring(name),
    [`${folder}/${name}.controller.ts`]: controller(name),
    [`${folder}/${name}.reader.ts`]: reader(name),
    [`${folder}/${name}.entity.ts`]: entity(name),
  };
}

/** A migration that creates the table `name`. @param moment timestamp in milliseconds; defines the order */
export function migrationFiles(name: string, moment: number): NewFiles {
  return {
    [`apps/api/src/migrations/${moment}-${name}.ts`]: `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${pascal(name)}${moment} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      CREATE TABLE ${snake(name)} (
        id uuid CONSTRAINT pk_${snake(name)} PRIMARY KEY,
        name text NOT NULL
      )
    \`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ${snake(name)}');
  }
}
`,
  };
}

/**
 * A page with its messages.
 * @param route folder below routes, e.g. `(office)/office/salons`; the messages use the name of its last part
 * @param title the page's title, in Japanese
 */
export function pageFiles(route: string, title: string): NewFiles {
  const name = route.split('/').at(-1) ?? route;
  const words = camel(name);
  const folder = `apps/web/src/routes/${route}`;
  const source = `#lib/i18n/messages/ja/${name}.ts`;
  return {
    [`apps/web/src/lib/i18n/messages/ja/${name}.ts`]: `/** Words of the page /${name}. */
export const ${words} = {
  title: '${title.replaceAll("'", '’')}',
} as const;
`,
    [`${folder}/+page.server.ts`]: `import { ${words} } from '${source}';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: ${words}.title });
`,
    [`${folder}/+page.svelte`]: `<script lang="ts">
  import PageHeading from '#lib/ui/PageHeading.svelte';
  import type { PageProps } from './$types';

  let { data }: PageProps = $props();
</script>

<PageHeading title={data.title} />
`,
  };
}

/** An ADR template. @param date YYYY-MM-DD */
export function adrFiles(number: number, name: string, date: string): NewFiles {
  const title = name.replaceAll('-', ' ');
  const padded = String(number).padStart(4, '0');
  return {
    [`docs/adr/${padded}-${name}.md`]: `# ${padded} ${title.charAt(0).toUpperCase()}${title.slice(1)}

Date: ${date} · State: proposed

## Context

What was in the way, with the figures that were measured.

## Decision

What is done from now on, in one sentence, and how.

## Consequences

What becomes easier, what becomes harder, what must be watched.

## What would make us change it

The fact that would show this decision to be wrong.
`,
  };
}
