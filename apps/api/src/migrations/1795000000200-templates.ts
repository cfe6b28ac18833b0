import type { MigrationInterface, QueryRunner } from 'typeorm';

const body =
  'あなたは{{fiscalYear}}地域力強化推進事業「{{courseTitle}}」において所定の課程を修了されました よってここにこれを証します';

const standard = {
  ...{ version: 1, layout: 'plain', language: 'ja', typeface: 'mincho', numerals: 'kanji', border: 'double' },
  ...{ title: '修了証', body, honorific: '殿', showNumber: true, showKana: false, showBirthDate: false },
  ...{ showCompletedOn: false, logo: null, qr: 'right' },
  seal: { kind: 'drawn', text: '古河市社会福祉協議会之印' },
};
const portrait = { ...standard, layout: 'portrait', border: 'ornate' };

/** What an office begins with; the first one is what certificates looked like before. */
const starters: [id: string, name: string, design: object][] = [
  ['00000000-0000-7000-8000-000000000201', '標準(A4・横書き)', standard],
  ['00000000-0000-7000-8000-000000000202', '賞状(A4縦・縦書き)', portrait],
  ['00000000-0000-7000-8000-000000000203', '賞状(A4横・縦書き)', { ...portrait, layout: 'landscape' }],
  [
    '00000000-0000-7000-8000-000000000204',
    'カード',
    { ...standard, layout: 'card', body: '「{{courseTitle}}」の課程を修了されたことを証します' },
  ],
  [
    '00000000-0000-7000-8000-000000000205',
    'やさしい日本語',
    {
      ...{ ...standard, language: 'easy', typeface: 'gothic', border: 'simple', honorific: 'さん' },
      body: 'あなたは {{fiscalYear}}の「{{courseTitle}}」の 勉強を、ぜんぶ おわりました。',
      ...{ showKana: true, showCompletedOn: true },
    },
  ],
  [
    '00000000-0000-7000-8000-000000000206',
    'English',
    {
      ...{ ...standard, language: 'en', border: 'ornate', title: 'Certificate', honorific: '' },
      body: 'has completed the course “{{courseTitle}}” of Koga City in {{fiscalYear}}.',
      showCompletedOn: true,
    },
  ],
];

/**
 * Templates of certificates with immutable versions. The wordings of courses become templates of theirs where they say
 * something else than the standard one; what was issued keeps its file and names no version.
 */
export class Templates1795000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE certificate_templates (
        id uuid CONSTRAINT pk_certificate_templates PRIMARY KEY,
        name text NOT NULL,
        is_default boolean NOT NULL DEFAULT false,
        draft jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX uq_certificate_templates_default ON certificate_templates (is_default) WHERE is_default;

      CREATE TABLE certificate_template_versions (
        id uuid CONSTRAINT pk_certificate_template_versions PRIMARY KEY,
        template_id uuid NOT NULL
          CONSTRAINT fk_certificate_template_versions_template_id REFERENCES certificate_templates (id),
        version integer NOT NULL CONSTRAINT ck_certificate_template_versions_version CHECK (version >= 1),
        design jsonb NOT NULL,
        adopted_at timestamptz NOT NULL,
        CONSTRAINT uq_certificate_template_versions_version UNIQUE (template_id, version)
      );
      CREATE FUNCTION certificate_template_versions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a version of a template is kept as it was used';
        END
      $$;
      CREATE TRIGGER certificate_template_versions_stay BEFORE UPDATE OR DELETE ON certificate_template_versions
        FOR EACH ROW EXECUTE FUNCTION certificate_template_versions_stay();

      CREATE TABLE certificate_template_images (
        id uuid CONSTRAINT pk_certificate_template_images PRIMARY KEY,
        sha256 text NOT NULL CONSTRAINT uq_certificate_template_images_sha256 UNIQUE,
        bytes bytea NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE certificate_designs (
        course_id uuid NOT NULL CONSTRAINT fk_certificate_designs_course_id REFERENCES courses (id),
        language text NOT NULL CONSTRAINT ck_certificate_designs_language CHECK (language IN ('ja', 'easy', 'en')),
        template_id uuid NOT NULL
          CONSTRAINT fk_certificate_designs_template_id REFERENCES certificate_templates (id),
        CONSTRAINT pk_certificate_designs PRIMARY KEY (course_id, language)
      );

      ALTER TABLE certificates ADD COLUMN template_version_id uuid
        CONSTRAINT fk_certificates_template_version_id REFERENCES certificate_template_versions (id);
    `);
    for (const [at, [id, name, design]] of starters.entries()) {
      await runner.query(
        `INSERT INTO certificate_templates (id, name, is_default, draft, created_at, changed_at)
         VALUES ($1, $2, $3, $4, now(), now())`,
        [id, name, at === 0, JSON.stringify(design)],
      );
      await runner.query(
        `INSERT INTO certificate_template_versions (id, template_id, version, design, adopted_at)
         VALUES (gen_random_uuid(), $1, 1, $2, now())`,
        [id, JSON.stringify(design)],
      );
    }
    await this.keepWordings(runner);
    await runner.query('ALTER TABLE certificate_wordings DROP COLUMN body');
  }

  private async keepWordings(runner: QueryRunner): Promise<void> {
    await runner.query(
      `WITH own AS (
         SELECT gen_random_uuid() AS template_id, w.course_id, left('修了証 ' || c.title, 60) AS name,
           jsonb_set($1::jsonb, '{body}', to_jsonb(w.body)) AS design
         FROM certificate_wordings w JOIN courses c ON c.id = w.course_id WHERE w.body <> $2
       ), template AS (
         INSERT INTO certificate_templates (id, name, draft, created_at, changed_at)
         SELECT template_id, name, design, now(), now() FROM own RETURNING id
       ), version AS (
         INSERT INTO certificate_template_versions (id, template_id, version, design, adopted_at)
         SELECT gen_random_uuid(), template_id, 1, design, now() FROM own RETURNING id
       )
       INSERT INTO certificate_designs (course_id, language, template_id)
       SELECT course_id, 'ja', template_id FROM own`,
      [JSON.stringify(standard), body],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE certificate_wordings ADD COLUMN body text`);
    await runner.query(
      `UPDATE certificate_wordings w SET body = coalesce((
         SELECT v.design ->> 'body' FROM certificate_designs d
         JOIN certificate_template_versions v ON v.template_id = d.template_id
         WHERE d.course_id = w.course_id AND d.language = 'ja' ORDER BY v.version DESC LIMIT 1), $1)`,
      [body],
    );
    await runner.query(`
      ALTER TABLE certificate_wordings ALTER COLUMN body SET NOT NULL;
      ALTER TABLE certificates DROP COLUMN template_version_id;
      DROP TABLE certificate_designs, certificate_template_images, certificate_template_versions, certificate_templates;
      DROP FUNCTION certificate_template_versions_stay();
    `);
  }
}
