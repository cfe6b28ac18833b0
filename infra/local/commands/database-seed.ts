import path from 'node:path';
import { Refusal } from '@kizuna/server/refusal.ts';
import { replaceFilms } from '@kizuna/server/replace-films.ts';
import { readSeeding } from '@kizuna/server/seed-note.ts';
import { tell } from '@kizuna/server/tell.ts';
import { openDatabase } from '../open-database.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { inProject, projectRoot } from '../project.ts';
import { readSettings, scenarioFrom } from '../settings.ts';
import { build } from './build.ts';

/**
 * `npm run db:seed -- demo`: fills an empty database with a scenario. Never mixed with existing data. `npm run db:seed
 * -- film FOLDER`: replaces the existing film with the office's own.
 */
export default async function run([name, folder]: string[]): Promise<void> {
  if (name === 'film') return seedFilms(folder);
  const settings = readSettings(process.env, projectRoot);
  const scenario = scenarioFrom(name) ?? settings.seed;
  await build();
  const database = await openDatabase(settings);
  const seeding = await readSeeding(database.url);
  if (seeding?.finished) {
    throw new Refusal(
      `このデータベースには、もうデータがあります(${seeding.scenario})。作り直すには npm run db:reset を使ってください。`,
    );
  }
  await prepareDatabase(database, { ...settings, seed: scenario });
  tell(`データベースに「${scenario}」を入れました。`);
}

/** The films of a folder, or this project's own if none is named. */
async function seedFilms(folder: string | undefined): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  // npm runs scripts in the project; a relative path refers to the folder the user is in
  const from = folder
    ? path.resolve(process.env.INIT_CWD ?? process.cwd(), folder)
    : inProject('apps', 'api', 'assets', 'film');
  await build();
  const database = await openDatabase(settings);
  await replaceFilms(database.url, from, settings.dataDir);
}
