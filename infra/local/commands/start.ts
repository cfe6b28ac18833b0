import { Refusal } from '@kizuna/server/refusal.ts';
import { tell } from '@kizuna/server/tell.ts';
import { requireReachableDatabase } from '../external-database.ts';
import { prepareDatabase, type ReadyDatabase } from '../prepare-database.ts';
import { projectRoot } from '../project.ts';
import { readSettings, type Settings } from '../settings.ts';
import { announceReady, demoAccountsFile } from '../supervisor/announce.ts';
import { prepareDataDirectory } from '../supervisor/data-directory.ts';
import { atEnd } from '../supervisor/ending.ts';
import { requireFreePort } from '../supervisor/ports.ts';
import { databaseDirectory, keepDatabase, keepMailSink, keepProduct } from '../supervisor/product-parts.ts';
import { RunLock } from '../supervisor/run-record.ts';
import { build } from './build.ts';

/** `npm start`: everything from sources to a running product, which is then kept running until Ctrl-C. */
export default async function run(): Promise<never> {
  const settings = readSettings(process.env, projectRoot);
  if (settings.port === settings.mailPort) {
    throw new Refusal(
      `PORT と MAIL_PORT が同じ番号(${settings.port})です。MAIL_PORT を別の番号にしてください。`,
    );
  }
  prepareDataDirectory(settings.dataDir);
  const lock = await RunLock.take(settings.dataDir);
  atEnd(() => lock.release());
  await requirePorts(settings);
  if (settings.databaseUrl) await requireReachableDatabase(settings.databaseUrl);
  tell('③ 変わったところを組み立てています …');
  await build();
  tell('④ データベースを用意しています … (初めは10秒ほど)');
  const { database, place } = await openDatabase(settings, lock);
  await prepareDatabase(database, settings);
  tell('⑤ きずな講座を起こしています …');
  const smtpUrl = settings.smtpUrl ?? (await openMailSink(settings, lock));
  const product = await keepProduct(settings, lock, database.url, smtpUrl);
  atEnd(() => product.stop());
  // undone first, because it was registered last
  atEnd(() => lock.noteEnding());
  announceReady(settings, { data: place, mail: !settings.smtpUrl });
  process.send?.({ ready: settings.publicOrigin, accounts: demoAccountsFile(settings.dataDir) });
  return new Promise<never>(() => undefined);
}

async function requirePorts(settings: Settings): Promise<void> {
  await requireFreePort('PORT', settings.port, settings.host);
  if (!settings.smtpUrl) await requireFreePort('MAIL_PORT', settings.mailPort, '127.0.0.1');
}

async function openDatabase(
  settings: Settings,
  lock: RunLock,
): Promise<{ database: ReadyDatabase; place: string }> {
  if (settings.databaseUrl) {
    const url = new URL(settings.databaseUrl);
    return {
      database: { url: settings.databaseUrl },
      place: `${url.host}${url.pathname}、${settings.dataDir}`,
    };
  }
  const { keeper, first } = await keepDatabase(settings, lock);
  atEnd(() => keeper.stop());
  const elsewhere = first.place === databaseDirectory(settings) ? '' : `、データベースは ${first.place}`;
  return { database: { url: first.url, adminUrl: first.adminUrl }, place: `${settings.dataDir}${elsewhere}` };
}

async function openMailSink(settings: Settings, lock: RunLock): Promise<string> {
  const { keeper, smtpUrl } = await keepMailSink(settings, lock);
  atEnd(() => keeper.stop());
  return smtpUrl;
}
