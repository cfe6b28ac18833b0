import type { CertificateContent } from './content.types.js';

/**
 * Wording shared by both courses: our own draft, not taken from a document in use. No 句読点 in the body, as is the
 * custom on certificates.
 */
export const certificateWording: Omit<CertificateContent, 'numberLabel'> = {
  heading: '修了証',
  body: 'あなたは{{fiscalYear}}地域力強化推進事業「{{courseTitle}}」において所定の課程を修了されました よってここにこれを証します',
  issuerOrganisation: '社会福祉法人 古河市社会福祉協議会',
  issuerPost: '会長',
  demoIssuerName: '見本 太郎',
};
