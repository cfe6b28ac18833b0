import { readFileSync, writeFileSync } from 'node:fs';
import { glossary, type GlossaryRow } from '@kizuna/shared/glossary';
import { inProject } from '../local/project.ts';

const file = inProject('docs', 'glossary.md');

function line([term, japanese, reading, meaning, notToBeConfusedWith = '']: GlossaryRow): string {
  return `| ${term} | ${japanese} | ${reading} | ${meaning} | ${notToBeConfusedWith} |`;
}

/** The content of docs/glossary.md, generated from packages/shared/src/glossary*.ts. */
function glossaryPage(): string {
  const tables = Object.entries(glossary).map(([area, rows]) =>
    [
      `## ${area}`,
      '',
      '| identifier | on screen | reading | meaning | not to be confused with |',
      '|---|---|---|---|---|',
      ...rows.map(line),
      '',
    ].join('\n'),
  );
  return [
    '# Glossary',
    '',
    'Identifiers are English, the screen is Japanese, and the pairs are fixed. Generated from',
    '`packages/shared/src/glossary*.ts` by `node infra/checks/glossary.ts`; do not edit by hand.',
    '',
    ...tables,
  ].join('\n');
}

/** Returns one message if docs/glossary.md is out of date, otherwise none. */
export function findStaleGlossary(): string[] {
  const written = readFileSync(file, 'utf8');
  return written === glossaryPage()
    ? []
    : [
        'docs/glossary.md is not what packages/shared/src/glossary*.ts give: run node infra/checks/glossary.ts',
      ];
}

if (import.meta.main) writeFileSync(file, glossaryPage());
