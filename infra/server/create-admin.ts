import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { errorCode, Refusal } from './refusal.ts';
import { tell } from './tell.ts';

/** An administrator to create; without a password an invitation is printed. */
export interface NewAdmin {
  email: string;
  name: string;
  kana?: string;
  password?: string;
}

/** Why the product refuses an administrator, for the user at the terminal. */
const REFUSALS: Record<string, string> = {
  'people.password_too_short': 'パスワードが短すぎます。8文字以上にしてください。',
  'people.password_too_common': 'そのパスワードはよく使われるもので、あぶないです。別のものにしてください。',
  'people.email_taken': 'そのメールアドレスの人は、もう登録されています。',
};

/**
 * Reads `--email a@example.jp --name '山田 花子' [--kana …]` and prompts for what is missing. The password is prompted
 * for, or read from ADMIN_PASSWORD; there is no default.
 * @throws Refusal for a missing argument if no prompt is possible, and for an invalid address
 */
export async function readNewAdmin(args: string[]): Promise<NewAdmin> {
  const { values } = parseArgs({
    args,
    options: { email: { type: 'string' }, name: { type: 'string' }, kana: { type: 'string' } },
  });
  const email = values.email ?? (await ask('メールアドレス', '--email'));
  const name = values.name ?? (await ask('お名前', '--name'));
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Refusal(`「${email}」はメールアドレスの形ではありません。`);
  return { email, name, kana: values.kana, password: process.env.ADMIN_PASSWORD || (await askPassword()) };
}

/**
 * Creates an administrator and prints how to sign in. The other settings of the product are read from the environment.
 * @param publicOrigin address of the product, for the closing sentence
 * @throws Refusal with the product's reason
 */
export async function createAdministrator(
  databaseUrl: string,
  admin: NewAdmin,
  publicOrigin: string,
): Promise<void> {
  const { createAdmin, migrate } = await import('@kizuna/api/database-commands');
  await migrate(databaseUrl);
  try {
    const { invitation } = await createAdmin(databaseUrl, admin);
    tell(`管理者「${admin.name}」を登録しました。`);
    if (invitation)
      tell(
        `7日のうちに、次の場所でパスワードを決めてください。\n  ${invitation.link}\n  確認の数字: ${invitation.code}`,
      );
    else tell(`${publicOrigin} に、${admin.email} で入れます。`);
  } catch (error) {
    const sentence = REFUSALS[errorCode(error)];
    throw sentence ? new Refusal(sentence) : error;
  }
}

async function ask(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Refusal(`${question}を ${otherwise} で指定してください。`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer.trim();
}

/** undefined → an invitation instead. The input is not echoed. */
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
