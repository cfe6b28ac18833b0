import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type { SampleBody } from '@kizuna/shared/contracts/templates';
import { civilDateOf, fiscalYearOf, formatFiscalYear } from '@kizuna/shared/rules/civil-date';
import { fillPlaceholders } from '@kizuna/shared/rules/sheet-placeholders';
import type { SheetSample } from '@kizuna/shared/vocabulary/templates';

import type { CertificateText } from './sheet-text.js';
import { bodyValues } from './sheet-words.js';

const names: Readonly<Record<SheetSample, { name: string; kana: string }>> = {
  usual: { name: '古河 花子', kana: 'こが はなこ' },
  supplementary: { name: '\u{20bb7}田 \u{9ad9}次郎', kana: 'よしだ たかじろう' },
  variant: { name: '渡\u{9089}\u{e0100} 惠美子', kana: 'わたなべ えみこ' },
  long: { name: '寿限無寿限無五劫の擦り切れ'.repeat(16).slice(0, 200), kana: 'じゅげむ'.repeat(12) },
};

/** The text of a fictitious certificate, to preview a design. */
export function sampleText(design: SheetDesign, body: SampleBody, now: Date): CertificateText {
  const today = civilDateOf(now);
  const fiscalYear = fiscalYearOf(today);
  const number = `${formatFiscalYear(fiscalYear)} 入門 第12号`;
  const values = {
    courseTitle: '入門編 地域サポーター養成講座',
    runName: '第1回',
    number,
    fiscalYear,
    completedOn: today,
    issuedOn: today,
  };
  return {
    ...names[body.sample],
    number,
    copy: 1,
    bornOn: '1950-04-01',
    body: fillPlaceholders(design.body, bodyValues(values, design)),
    completedOn: today,
    issuedOn: today,
    issuer: body.issuer ?? '社会福祉法人 古河市社会福祉協議会',
    issuerHead: body.issuerHead ?? '会長\u3000見本 太郎',
    verifyUrl: 'https://kizuna.example.jp/v/ABCDE12345',
    verifyCode: 'ABCDE-12345',
    preview: true,
  };
}
