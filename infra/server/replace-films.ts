import { Refusal } from './refusal.ts';
import { tell } from './tell.ts';

/** What is wrong with a folder of films, for the user at the terminal. */
const SENTENCES: Record<string, string> = {
  unreadable: 'が読めません。フォルダーの場所を確かめてください。',
  misdescribed: 'の書き方が違います。docs/operations.md の例を見てください。',
  missing: 'がないか、空です。',
  not_mp4: 'は MP4 の映像として読めません。',
  not_webvtt: 'は WebVTT の字幕として読めません。',
};

/**
 * Loads the films of a folder (film.json; docs/operations.md). Works while the product runs: open pages keep the film
 * they have started.
 * @throws Refusal with the file and what is wrong with it
 */
export async function replaceFilms(databaseUrl: string, folder: string, dataDir: string): Promise<void> {
  const { importFilms, migrate } = await import('@kizuna/api/database-commands');
  await migrate(databaseUrl);
  try {
    const films = await importFilms(databaseUrl, folder, dataDir);
    tell(`映像を入れ替えました: ${films.join('、')}`);
  } catch (error) {
    const { fault, file } = error as { fault?: string; file?: string };
    const sentence = fault === undefined ? undefined : SENTENCES[fault];
    if (sentence === undefined) throw error;
    throw new Refusal(`映像を入れ替えられませんでした。${file} ${sentence}`);
  }
}
