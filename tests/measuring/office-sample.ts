import type pg from 'pg';

/** Somebody whose page is opened and who is searched for. */
export interface Resident {
  personId: string;
  courseRunId: string;
  districtId: string;
  email: string;
  phone: string;
  kana: string;
  cardNumber: string;
  certificateNumber: string;
}

/** What the requests of the office are about, in a database of a certain size. */
export interface OfficeSample {
  residents: Resident[];
  /** Cursors of the pages in the middle of the lists. */
  middle: { people: string; applications: string; ledger: string };
  /** The run of the demo with the most people. */
  currentRunId: string;
  viewingId: string;
  /** A fiscal year with certificates and showings. */
  year: number;
}

/** Residents with a certificate and a card, spread over all of them; no more than the smallest size has. */
const residentsWithAll = 40;

/** Chooses what to ask for. */
export async function sampleForOffice(client: pg.Client): Promise<OfficeSample> {
  const residents = await client.query<Resident>(
    `SELECT p.id AS "personId", c.course_run_id AS "courseRunId", p.district_id AS "districtId", p.email, p.phone, p.kana,
       k.number AS "cardNumber", c.number AS "certificateNumber"
     FROM people p JOIN certificates c ON c.person_id = p.id JOIN learner_cards k ON k.person_id = p.id
     WHERE p.email_key LIKE 'resident%' ORDER BY md5(p.email_key) LIMIT ${residentsWithAll}`,
  );
  const viewing = await client.query<{ id: string; year: number }>(
    'SELECT id, extract(year FROM held_on)::int AS year FROM group_viewings ORDER BY held_on DESC, id LIMIT 1',
  );
  const run = await client.query<{ id: string }>(
    `SELECT r.id FROM course_runs r JOIN enrolments e ON e.course_run_id = r.id WHERE r.closes_at > now() - interval '120 days'
     GROUP BY r.id ORDER BY count(*) DESC, r.id LIMIT 1`,
  );
  return {
    residents: residents.rows,
    middle: await middlesOf(client),
    currentRunId: run.rows[0]!.id,
    viewingId: viewing.rows[0]!.id,
    year: viewing.rows[0]!.year,
  };
}

async function middlesOf(client: pg.Client): Promise<OfficeSample['middle']> {
  const { encodeCursor } = await import('@kizuna/api/platform/paging/index');
  const cursorOf = async (columns: string, table: string, order: string) => {
    const { rows } = await client.query<{ key: (string | number)[] }>(
      `SELECT jsonb_build_array(${columns}) AS key FROM ${table} ORDER BY ${order}
       OFFSET (SELECT count(*) / 2 FROM ${table}) LIMIT 1`,
    );
    return encodeCursor(rows[0]!.key);
  };
  return {
    people: await cursorOf('kana_key, id', 'people', 'kana_key, id'),
    applications: await cursorOf('applied_at, id', 'applications', 'applied_at DESC, id DESC'),
    ledger: await cursorOf(
      "fiscal_year, coalesce(issued_on, ''), id",
      'ledger_lines',
      "fiscal_year DESC, coalesce(issued_on, '') DESC, id DESC",
    ),
  };
}
