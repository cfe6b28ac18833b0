import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';
import { tell } from './tell.ts';

/** The keys that sign the files of certificates, or those that sign digital credentials. */
export type SigningKeys = 'pdf' | 'credential';

/** Which keys the arguments name. @throws Refusal for anything but one of the two */
export function readSigningKeys(args: string[]): SigningKeys {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [what] = positionals;
  if (positionals.length !== 1 || (what !== 'credential' && what !== 'pdf'))
    throw new Refusal('どの鍵を替えるかを、credential か pdf で指定してください。');
  return what;
}

/** Retires keys. What they signed stays verifiable; their private part is wiped. */
export async function rotateSigningKeys(databaseUrl: string, what: SigningKeys): Promise<void> {
  const { migrate, rotateKeys } = await import('@kizuna/api/database-commands');
  await migrate(databaseUrl);
  const retired = await rotateKeys(databaseUrl, what);
  tell(
    retired === 0
      ? '替える鍵は、まだありませんでした。'
      : '新しい鍵に替えました。これまでの署名は、これからも確かめられます。',
  );
}
