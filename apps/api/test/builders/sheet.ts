import type { CertificateText } from '../../src/modules/templates/sheets/sheet-text.js';

/** Sample text of a certificate, for tests that only need a sheet. */
export const aSheet: CertificateText = {
  copy: 1,
  number: '令和8年度 入門 第12号',
  name: '𠮷田 花子',
  body: '課程を修了したことを証します。',
  completedOn: '2026-11-20',
  issuedOn: '2026-11-23',
  issuer: '社会福祉法人 古河市社会福祉協議会',
  issuerHead: '会長 見本 太郎',
  verifyUrl: 'https://kizuna.example.jp/v/ABCDE12345',
  verifyCode: 'ABCDE-12345',
  preview: false,
};
