import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger holds every year: what became of each paper (deliveries), certificates that were issued on paper before the
 * system (paper_records, in the same hash chain), and what people said of their name as it will be printed
 * (docs/adr/0028). Entries that are already in the chain keep their statements and hashes.
 */
export class LedgerOfAllYears1795000000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deliveries);
    await runner.query(paperRecords);
    await runner.query(nameConfirmations);
    await runner.query(lines);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW ledger_lines;
      DROP INDEX ix_audit_log_renamed;
      DROP TABLE name_confirmations;
      DROP TRIGGER tr_paper_records_ledger ON paper_records;
      DROP FUNCTION ledger_follow_paper();
      ALTER TABLE ledger_entries DISABLE TRIGGER tr_ledger_entries_append_only;
      DELETE FROM ledger_entries WHERE paper_record_id IS NOT NULL;
      ALTER TABLE ledger_entries ENABLE TRIGGER tr_ledger_entries_append_only;
      ALTER TABLE ledger_entries
        DROP CONSTRAINT ck_ledger_entries_subject, DROP COLUMN paper_record_id, ALTER COLUMN certificate_id SET NOT NULL,
        DROP CONSTRAINT ck_ledger_entries_kind,
        ADD CONSTRAINT ck_ledger_entries_kind CHECK (kind IN ('issued', 'reissued', 'replaced', 'revoked'));
      DROP FUNCTION ledger_statement_paper(paper_records, text, timestamptz);
      DROP TABLE paper_records;
      DROP TABLE certificate_deliveries;
    `);
  }
}

const deliveries = `
  CREATE TABLE certificate_deliveries (
    id uuid CONSTRAINT pk_certificate_deliveries PRIMARY KEY,
    certificate_id uuid NOT NULL CONSTRAINT fk_certificate_deliveries_certificate_id REFERENCES certificates (id),
    kind text NOT NULL CONSTRAINT ck_certificate_deliveries_kind
      CHECK (kind IN ('printed', 'mailed', 'downloaded', 'handed_over', 'posted')),
    at timestamptz NOT NULL,
    delivered_on date,
    by_id uuid CONSTRAINT fk_certificate_deliveries_by_id REFERENCES people (id),
    note text
  );
  CREATE INDEX ix_certificate_deliveries_certificate ON certificate_deliveries (certificate_id, id);
  CREATE TRIGGER tr_certificate_deliveries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const paperRecords = `
  CREATE TABLE paper_records (
    id uuid CONSTRAINT pk_paper_records PRIMARY KEY,
    line_id uuid NOT NULL,
    version integer NOT NULL CONSTRAINT ck_paper_records_version CHECK (version >= 1),
    fiscal_year integer NOT NULL,
    course_id uuid CONSTRAINT fk_paper_records_course_id REFERENCES courses (id),
    course_title text NOT NULL,
    serial integer CONSTRAINT ck_paper_records_serial CHECK (serial >= 1),
    number text NOT NULL,
    number_key text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    search_text text NOT NULL,
    completed_on text CONSTRAINT ck_paper_records_completed_on CHECK (completed_on ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'),
    issued_on text CONSTRAINT ck_paper_records_issued_on CHECK (issued_on ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'),
    issuer_head text,
    note text,
    person_id uuid CONSTRAINT fk_paper_records_person_id REFERENCES people (id),
    struck boolean NOT NULL DEFAULT false,
    reason text,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL CONSTRAINT fk_paper_records_recorded_by REFERENCES people (id),
    salt text NOT NULL,
    CONSTRAINT uq_paper_records_line_version UNIQUE (line_id, version),
    CONSTRAINT ck_paper_records_reason CHECK ((version = 1) = (reason IS NULL))
  );
  CREATE INDEX ix_paper_records_year ON paper_records (fiscal_year, course_title, number_key);
  CREATE INDEX ix_paper_records_person ON paper_records (person_id);
  CREATE TRIGGER tr_paper_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON paper_records
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  ALTER TABLE ledger_entries
    ALTER COLUMN certificate_id DROP NOT NULL,
    ADD COLUMN paper_record_id uuid CONSTRAINT fk_ledger_entries_paper_record_id REFERENCES paper_records (id),
    ADD CONSTRAINT uq_ledger_entries_paper_record UNIQUE (paper_record_id),
    ADD CONSTRAINT ck_ledger_entries_subject CHECK (num_nonnulls(certificate_id, paper_record_id) = 1),
    DROP CONSTRAINT ck_ledger_entries_kind,
    ADD CONSTRAINT ck_ledger_entries_kind
      CHECK (kind IN ('issued', 'reissued', 'replaced', 'revoked', 'recorded', 'corrected', 'struck'));

  CREATE FUNCTION ledger_statement_paper(p paper_records, kind text, at timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
    SELECT concat_ws(E'\\n', kind, p.id, p.line_id, p.version, p.fiscal_year, p.number,
      encode(sha256(convert_to(concat_ws(E'\\n', p.salt, p.name, p.kana, p.course_title, coalesce(p.course_id::text, ''),
        coalesce(p.serial::text, ''), coalesce(p.completed_on, ''), coalesce(p.issued_on, ''), coalesce(p.issuer_head, ''),
        coalesce(p.note, ''), coalesce(p.reason, ''), coalesce(p.person_id::text, ''), p.recorded_by), 'UTF8')), 'hex'),
      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  $$;
  CREATE FUNCTION ledger_follow_paper() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      head ledger_head;
      kind text := CASE WHEN NEW.struck THEN 'struck' WHEN NEW.version = 1 THEN 'recorded' ELSE 'corrected' END;
      said text := ledger_statement_paper(NEW, kind, NEW.recorded_at);
      hashed text;
    BEGIN
      SELECT * INTO STRICT head FROM ledger_head WHERE id = 1 FOR UPDATE;
      hashed := encode(sha256(convert_to(head.hash || E'\\n' || said, 'UTF8')), 'hex');
      INSERT INTO ledger_entries (seq, paper_record_id, kind, at, statement, previous, hash)
        VALUES (head.seq + 1, NEW.id, kind, NEW.recorded_at, said, head.hash, hashed);
      UPDATE ledger_head SET seq = head.seq + 1, hash = hashed WHERE id = 1;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER tr_paper_records_ledger AFTER INSERT ON paper_records
    FOR EACH ROW EXECUTE FUNCTION ledger_follow_paper();
`;

const nameConfirmations = `
  CREATE TABLE name_confirmations (
    id uuid CONSTRAINT pk_name_confirmations PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_name_confirmations_person_id REFERENCES people (id),
    registered_name text NOT NULL,
    printed_name text NOT NULL,
    choice text NOT NULL CONSTRAINT ck_name_confirmations_choice
      CHECK (choice IN ('as_registered', 'other_form', 'brush', 'wrong')),
    note text,
    via text NOT NULL CONSTRAINT ck_name_confirmations_via CHECK (via IN ('self', 'phone', 'counter')),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL CONSTRAINT fk_name_confirmations_recorded_by REFERENCES people (id)
  );
  CREATE INDEX ix_name_confirmations_person ON name_confirmations (person_id, id);
  CREATE TRIGGER tr_name_confirmations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON name_confirmations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  -- Whoever calls may give the name of years ago: few of the many acts on people changed a name
  CREATE INDEX ix_audit_log_renamed ON audit_log (subject_id) 
    WHERE action = 'person.edited' AND jsonb_exists_any(before, ARRAY['name', 'kana']);
`;

/** One row for each paper: copies of the system, and the newest version of each line that was taken over from paper. */
const lines = `
  CREATE VIEW ledger_lines AS
  SELECT 'system'::text AS origin, c.id, c.course_id, c.course_run_id, c.fiscal_year, c.serial, c.number, c.copy, c.name,
    NULL::text AS kana, c.search_text, c.course_title, c.run_name, c.completed_on::text AS completed_on,
    c.issued_on::text AS issued_on, c.state, c.person_id, c.reissue_reason, c.revoked_reason, NULL::text AS note
  FROM certificates c
  UNION ALL
  SELECT 'paper', p.id, p.course_id, NULL, p.fiscal_year, p.serial, p.number, 1, p.name, p.kana, p.search_text,
    p.course_title, NULL, p.completed_on, p.issued_on, CASE WHEN p.struck THEN 'struck' ELSE 'recorded' END, p.person_id,
    NULL, NULL, p.note
  FROM paper_records p
  WHERE NOT EXISTS (SELECT FROM paper_records n WHERE n.line_id = p.line_id AND n.version > p.version);
`;
