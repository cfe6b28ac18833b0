import { errorCode, Refusal } from '@kizuna/server/refusal.ts';
import pg from 'pg';

const CONNECT_MS = 5_000;
const OLDEST_SERVER = 150_000;

/** The meaning of each error of a PostgreSQL server or the network. */
const REASONS: Record<string, string> = {
  ENOTFOUND: 'その名前の機械が見つかりません',
  EAI_AGAIN: 'その名前の機械が見つかりません',
  ECONNREFUSED: 'その場所で PostgreSQL が動いていません',
  ETIMEDOUT: '返事がありません',
  ENETUNREACH: 'その場所へのネットワークがありません',
  EHOSTUNREACH: 'その場所へのネットワークがありません',
  '28P01': '利用者の名前かパスワードが違います',
  '28000': 'この利用者では入れません',
  '3D000': 'その名前のデータベースがありません',
  '53300': '接続の数がいっぱいです',
};

/**
 * Checks that the external database can be used.
 * @throws Refusal with one sentence; it names the host but never the password
 */
export async function requireReachableDatabase(databaseUrl: string): Promise<void> {
  const where = placeOf(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = answer.rows[0]?.version ?? 0;
    if (version < OLDEST_SERVER) {
      throw new Refusal(`データベース「${where}」は古い版です。PostgreSQL 15 以上が必要です。`);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `データベース「${where}」につながりません。${reasonOf(error)}。DATABASE_URL を確かめてください。`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.host}${url.pathname}`;
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const known = REASONS[errorCode(first)];
  if (known) return known;
  const message = first instanceof Error ? first.message : String(first);
  return /timeout/i.test(message) ? '返事がありません' : message;
}
