import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { openDatabase } from './open-database.ts';
import { projectRoot } from './project.ts';
import { Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';
import { tell } from './tell.ts';

const SHORTEST_PASSWORD = 8;

/**
 * `npm run admin:create -- --email a@example.jp --name '山田 花子'`: the first administrator. What is missing is asked
 * for; without a terminal the password comes from ADMIN_PASSWORD. There is no default.
 */
export default async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const { values } = parseArgs({ args, options: { email: { type: 'string' }, name: { type: 'string' } } });
  const email = values.email ?? (await ask('メールアドレス: ', '--email'));
  const name = values.name ?? (await ask('お名前: ', '--name'));
  const password =
    process.env.ADMIN_PASSWORD ??
    (await ask(`パスワード(${SHORTEST_PASSWORD}文字以上): `, 'ADMIN_PASSWORD', true));
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Refusal(`「${email}」はメールアドレスの形ではありません。`);
  if ([...password].length < SHORTEST_PASSWORD)
    throw new Refusal(`パスワードは ${SHORTEST_PASSWORD} 文字以上にしてください。`);
  await build();
  const database = await openDatabase(settings);
  const { createAdmin, migrate } = await import('@kizuna/api/database-commands');
  await migrate(database.url);
  await createAdmin(database.url, { email, name, password });
  tell(`管理者「${name}」を登録しました。${settings.publicOrigin} から ${email} で入れます。`);
}

async function ask(question: string, otherwise: string, hidden = false): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Refusal(`${question.split(/[((:]/)[0]} を ${otherwise} で指定してください。`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  try {
    const answer = terminal.question(question);
    // after the question stands there, nothing that is typed is shown
    if (hidden) Object.assign(terminal, { _writeToOutput: () => undefined });
    return (await answer).trim();
  } finally {
    terminal.close();
    if (hidden) tell();
  }
}
