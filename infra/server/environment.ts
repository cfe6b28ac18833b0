import { Refusal } from './refusal.ts';

/**
 * The value of an environment variable that has no default.
 * @throws Refusal that names the variable
 */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Refusal(`環境変数 ${name} を指定してください。`);
  return value;
}
