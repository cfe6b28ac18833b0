import path from 'node:path';
import { build } from './build.ts';
import { openDatabase } from './open-database.ts';
import { inProject, projectRoot } from './project.ts';
import { Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';
import { tell } from './tell.ts';

/** What is wrong with a folder of films, for the person at the terminal. */
const sentences: Record<string, string> = {
  unreadable: 'が読めません。フォルダーの場所を確かめてください。',
  misdescribed: 'の書き方が違います。docs/operations.md の例を見てください。',
  missing: 'がないか、空です。',
  not_mp4: 'は MP4 の映像として読めません。',
  not_webvtt: 'は WebVTT の字幕として読めません。',
};

/**
 * Takes in the films of a folder, or this project's own where none is named. Works while the product runs: pages that
 * are open keep the film they have begun.
 * @throws Refusal with the file and what is wrong with it
 */
export async function replaceFilms(folder: string | undefined): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  // npm runs scripts in the project; a relative path means the folder in which the person stands
  const from = folder
    ? path.resolve(process.env.INIT_CWD ?? process.cwd(), folder)
    : inProject('apps', 'api', 'assets', 'film');
  await build();
  const database = await openDatabase(settings);
  const { importFilms, migrate } = await import('@kizuna/api/database-commands');
  await migrate(database.url);
  try {
    const films = await importFilms(database.url, from, settings.dataDir);
    tell(`映像を入れ替えました: ${films.join('、')}`);
  } catch (error) {
    const { fault, file } = error as { fault?: string; file?: string };
    const sentence = fault === undefined ? undefined : sentences[fault];
    if (sentence === undefined) throw error;
    throw new Refusal(`映像を入れ替えられませんでした。${file} ${sentence}`);
  }
}
