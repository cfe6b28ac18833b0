import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every change of the ledger of certificates becomes an entry of a hash chain, written by the database itself: no code
 * can forget it, and nobody can change an entry afterwards (docs/adr/0021). What was issued before is chained in the
 * order in which it happened.
 */
export class LedgerChain1795000000193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_head (
        id integer CONSTRAINT pk_ledger_head PRIMARY KEY CONSTRAINT ck_ledger_head_single CHECK (id = 1),
        seq bigint NOT NULL,
        hash text NOT NULL
      );
      INSERT INTO ledger_head (id, seq, hash) VALUES (1, 0, repeat('0', 64));
      CREATE TABLE ledger_entries (
        seq bigint CONSTRAINT pk_ledger_entries PRIMARY KEY,
        certificate_id uuid NOT NULL CONSTRAINT fk_ledger_entries_certificate_id REFERENCES certificates (id),
        kind text NOT NULL CONSTRAINT ck_ledger_entries_kind CHECK (kind IN ('issued', 'reissued', 'replaced', 'revoked')),
        at timestamptz NOT NULL,
        statement text NOT NULL,
        previous text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT uq_ledger_entries_certificate_kind UNIQUE (certificate_id, kind)
      );

      CREATE FUNCTION ledger_statement(c certificates, kind text, at timestamptz) RETURNS text STABLE LANGUAGE sql AS $$
        SELECT concat_ws(E'\\n', kind, c.id, c.number, c.copy, c.sha256,
          encode(sha256(convert_to(concat_ws(E'\\n', c.name, c.body, c.course_title, to_char(c.completed_on, 'YYYY-MM-DD'),
            to_char(c.issued_on, 'YYYY-MM-DD'), c.issuer, c.issuer_head, c.verify_code), 'UTF8')), 'hex'),
          to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
      $$;
      CREATE FUNCTION ledger_append(c certificates, kind text, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
          head ledger_head;
          said text := ledger_statement(c, kind, at);
          hashed text;
        BEGIN
          SELECT * INTO STRICT head FROM ledger_head WHERE id = 1 FOR UPDATE;
          hashed := encode(sha256(convert_to(head.hash || E'\\n' || said, 'UTF8')), 'hex');
          INSERT INTO ledger_entries (seq, certificate_id, kind, at, statement, previous, hash)
            VALUES (head.seq + 1, c.id, kind, at, said, head.hash, hashed);
          UPDATE ledger_head SET seq = head.seq + 1, hash = hashed WHERE id = 1;
        END
      $$;
      CREATE FUNCTION ledger_follow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            PERFORM ledger_append(NEW, CASE WHEN NEW.copy = 1 THEN 'issued' ELSE 'reissued' END, NEW.issued_at);
          ELSIF NEW.state = 'replaced' THEN
            PERFORM ledger_append(NEW, 'replaced', NEW.replaced_at);
          ELSIF NEW.state = 'revoked' THEN
            PERFORM ledger_append(NEW, 'revoked', NEW.revoked_at);
          ELSE
            RAISE EXCEPTION 'a certificate does not become valid again';
          END IF;
          RETURN NULL;
        END
      $$;

      DO $$
        DECLARE past record;
        BEGIN
          FOR past IN
            SELECT * FROM (
              SELECT c, c.id, CASE WHEN c.copy = 1 THEN 'issued' ELSE 'reissued' END AS kind, c.issued_at AS at FROM certificates c
              UNION ALL SELECT c, c.id, 'replaced', c.replaced_at FROM certificates c WHERE c.replaced_at IS NOT NULL
              UNION ALL SELECT c, c.id, 'revoked', c.revoked_at FROM certificates c WHERE c.revoked_at IS NOT NULL
            ) happened ORDER BY at, id, kind
          LOOP
            PERFORM ledger_append(past.c, past.kind, past.at);
          END LOOP;
        END
      $$;

      CREATE TRIGGER tr_certificates_ledger_insert AFTER INSERT ON certificates
        FOR EACH ROW EXECUTE FUNCTION ledger_follow();
      CREATE TRIGGER tr_certificates_ledger_state AFTER UPDATE OF state ON certificates
        FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION ledger_follow();
      CREATE TRIGGER tr_ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tr_certificates_ledger_state ON certificates;
      DROP TRIGGER tr_certificates_ledger_insert ON certificates;
      DROP TABLE ledger_entries;
      DROP TABLE ledger_head;
      DROP FUNCTION ledger_follow();
      DROP FUNCTION ledger_append(certificates, text, timestamptz);
      DROP FUNCTION ledger_statement(certificates, text, timestamptz);
    `);
  }
}
