import pg from 'pg';

/** What a new database was seeded with. */
export interface Seeding {
  scenario: string;
  /** false while it is in progress, or if it was interrupted. */
  finished: boolean;
}

const PATTERN = /^kizuna: (seeding|seeded) (\w+)$/;

/** Reads the note, which is stored as the database's comment so that it is created and dropped with the data. */
export async function readSeeding(databaseUrl: string): Promise<Seeding | undefined> {
  const answer = await query(
    databaseUrl,
    `SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = current_database()`,
  );
  const [, word, scenario] = PATTERN.exec(answer.rows[0]?.note ?? '') ?? [];
  return scenario === undefined ? undefined : { scenario, finished: word === 'seeded' };
}

/** Writes the note; the role must own the database. */
export async function noteSeeding(databaseUrl: string, seeding: Seeding): Promise<void> {
  const note = `kizuna: ${seeding.finished ? 'seeded' : 'seeding'} ${seeding.scenario}`;
  // utility statements take no parameters; format() quotes
  await query(
    databaseUrl,
    `DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), '${note}'); END $$`,
  );
}

/** Number of the advisory lock of everything that seeds. */
const seedLock = 7_314_002;

/** Lets one process at a time seed a database. A second one that starts at the same moment waits and finds it seeded. */
export async function seedInTurn(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [seedLock]);
    await work();
  } finally {
    await lock.end();
  }
}

async function query(databaseUrl: string, text: string): Promise<pg.QueryResult<{ note: string | null }>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await client.query<{ note: string | null }>(text);
  } finally {
    await client.end();
  }
}
