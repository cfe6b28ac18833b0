import { readSeeding } from '../postgres/seed-note.ts';
import { build } from './build.ts';
import { openDatabase } from './open-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { projectRoot } from './project.ts';
import { Refusal } from './refusal.ts';
import { replaceFilms } from './replace-films.ts';
import { readSettings, scenarioFrom } from './settings.ts';
import { tell } from './tell.ts';

/**
 * `npm run db:seed -- demo`: fills an empty database with a scenario. Data that is there is never mixed with it.
 * `npm run db:seed -- film FOLDER`: puts the office's own film in place of the one that is there.
 */
export default async function run([name, folder]: string[]): Promise<void> {
  if (name === 'film') return replaceFilms(folder);
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
