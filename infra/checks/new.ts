import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '@kizuna/server/refusal.ts';
import { tell } from '@kizuna/server/tell.ts';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../local/project.ts';
import { intoList } from './new/insert.ts';
import { adrFiles, migrationFiles, moduleFiles, pageFiles, type NewFiles } from './new/module-files.ts';
import { camel, isKebab, pascal } from './new/names.ts';

const usage = [
  'pnpm new module NAME             capability with its contract, table and route',
  'pnpm new page "(group)/PATH" 題   page with its words',
  'pnpm new migration NAME          table or change of one',
  'pnpm new adr NAME                decision record',
].join('\n');

const appModule = 'apps/api/src/app.module.ts';
const migrationList = 'apps/api/src/migrations/index.ts';
const endpointList = 'packages/shared/src/contracts/endpoints.ts';
const lists = [appModule, migrationList, endpointList];

/** A migration and the updated list of migrations. */
function newMigration(root: string, name: string): NewFiles {
  const moment = Date.now();
  const list = readFileSync(join(root, migrationList), 'utf8');
  return {
    ...migrationFiles(name, moment),
    [migrationList]: intoList(list, 'migrations', `${pascal(name)}${moment}`, `./${moment}-${name}.js`),
  };
}

function newModule(root: string, name: string): NewFiles {
  const list = readFileSync(join(root, appModule), 'utf8');
  const endpoints = readFileSync(join(root, endpointList), 'utf8');
  return {
    ...moduleFiles(name),
    ...newMigration(root, name),
    [appModule]: intoList(list, 'capabilities', `${pascal(name)}Module`, `./modules/${name}/index.js`),
    [endpointList]: intoList(endpoints, 'groups', `${camel(name)}Endpoints`, `./${name}.endpoints.js`),
  };
}

function newAdr(root: string, name: string): NewFiles {
  const numbers = readdirSync(join(root, 'docs/adr')).map((file) => Number.parseInt(file, 10) || 0);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
  return adrFiles(Math.max(0, ...numbers) + 1, name, today);
}

function filesFor(root: string, kind: string, name: string, title: string): NewFiles {
  const lastPart = name.split('/').at(-1) ?? '';
  if (!isKebab(lastPart) || (kind !== 'page' && lastPart !== name)) throw new Refusal(usage);
  if (kind === 'module') return newModule(root, name);
  if (kind === 'page') return pageFiles(name, title || name);
  if (kind === 'migration') return newMigration(root, name);
  if (kind === 'adr') return newAdr(root, name);
  throw new Refusal(usage);
}

/**
 * Writes the files of a new module, page, migration or ADR. They pass `pnpm check` unchanged.
 * @param root the repository, or a copy of it
 * @returns the paths of the written files
 * @throws Refusal if the arguments are invalid or a file already exists
 */
export async function writeNew(
  root: string,
  [kind = '', name = '', title = '']: readonly string[],
): Promise<string[]> {
  const files = filesFor(root, kind, name, title);
  const paths = Object.keys(files);
  const taken = paths.find((path) => !lists.includes(path) && existsSync(join(root, path)));
  if (taken) throw new Refusal(`${taken} は、もうあります。`);
  const options = await resolveConfig(join(projectRoot, 'eslint.config.js'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), await format(text, { ...options, filepath: path }));
  }
  return paths;
}

/** `pnpm new module|page|migration|adr NAME`. */
export default async function run(args: readonly string[]): Promise<void> {
  const paths = await writeNew(projectRoot, args);
  paths.forEach((path) => tell(path));
  if (args[0] === 'module') tell('infra/checks/boundaries.ts の tiers に、この名前の段を書いてください。');
}
