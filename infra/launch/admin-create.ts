import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { openDatabase } from './open-database.ts';
import { productEnvironment } from './product-parts.ts';
import { projectRoot } from './project.ts';
import { errorCode, Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';
import { tell } from './tell.ts';

/** Why the product refuses an administrator, for the person at the terminal. */
const REFUSALS: Record<string, string> = {
  'people.password_too_short': 'パスワードが短すぎます。8文字以上にしてください。',
  'people.password_too_common': 'そのパスワードはよく使われるもので、あぶないです。別のものにしてください。',
  'people.email_taken': 'そのメールアドレスの人は、もう登録されています。',
};

/**
 * `npm run admin:create -- --email a@example.jp --name '山田 花子'`: the first administrator. What is missing is asked
 * for. The password is asked for, or read from ADMIN_PASSWORD; without one a link to set it is printed. There is no
 * default password.
 */
export default async function run(args: string[]): Promise<void> {
  const settings = readSettings(process.env, projectRoot);
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, name: { type: 'string' }, kana: { type: 'string' } },
  });
  const email = values.email ?? (await ask('メールアドレス', '--email'));
  const name = values.name ?? (await ask('お名前', '--name'));
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Refusal(`「${email}」はメールアドレスの形ではありません。`);
  const password = process.env.ADMIN_PASSWORD || (await askPassword());
  await build();
  const database = await openDatabase(settings);
  Object.assign(process.env, productEnvironment(settings, database.url, 'smtp://127.0.0.1:1'));
  const { createAdmin, migrate } = await import('@kizuna/api/database-commands');
  await migrate(database.url);
  try {
    const { invitation } = await createAdmin(database.url, { email, name, kana: values.kana, password });
    tell(`管理者「${name}」を登録しました。`);
    if (invitation)
      tell(
        `7日のうちに、次の場所でパスワードを決めてください。\n  ${invitation.link}\n  確認の数字: ${invitation.code}`,
      );
    else tell(`${settings.publicOrigin} に、${email} で入れます。`);
  } catch (error) {
    throw refusalFor(error);
  }
}

function refusalFor(error: unknown): unknown {
  const sentence = REFUSALS[errorCode(error)];
  return sentence ? new Refusal(sentence) : error;
}

async function ask(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Refusal(`${question}を ${otherwise} で指定してください。`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer.trim();
}

/** undefined → an invitation instead. What is typed is not shown. */
async function askPassword(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  const answer = terminal.question('パスワード(8文字以上。何も入れないと、決めるためのリンクを出します): ');
  Object.assign(terminal, { _writeToOutput: () => undefined });
  const password = (await answer).trim();
  terminal.close();
  tell();
  return password || undefined;
}
