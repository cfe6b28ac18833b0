import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

export interface Learner {
  personId: string;
  enrolmentId: string;
  cookie: string;
}

/**
 * Learners of the run in progress, each with a sign-in inserted directly into the database: most programs do not
 * measure the sign-in itself.
 */
export async function signedInLearners(databaseUrl: string, most = 64): Promise<Learner[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ person_id: string; id: string }>(
      `SELECT e.person_id, e.id FROM enrolments e JOIN courses c ON c.id = e.course_id
       WHERE e.status = 'confirmed' AND c.slug = 'introductory' ORDER BY e.id LIMIT $1`,
      [most],
    );
    const learners: Learner[] = [];
    for (const { person_id: personId, id: enrolmentId } of rows) {
      learners.push({ personId, enrolmentId, cookie: await openSignIn(client, personId) });
    }
    return learners;
  } finally {
    await client.end();
  }
}

/** Creates a sign-in for a person. @returns the cookie header */
export async function openSignIn(client: pg.Client, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `INSERT INTO sign_ins (id, token_hash, person_id, via, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, 'password', now(), now(), now() + interval '1 day')`,
    [randomUUID(), createHash('sha256').update(token).digest(), personId],
  );
  return `kizuna_sid=${token}`;
}

/** The cookie of a signed-in demo account with a role. */
export async function cookieOfRole(databaseUrl: string, role: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM people WHERE $1 = ANY(roles) LIMIT 1',
      [role],
    );
    return await openSignIn(client, rows[0]!.id);
  } finally {
    await client.end();
  }
}
