import type { VerificationWords } from '../verification-words.ts';

/** For people who do not read Japanese and are shown a certificate. */
export const verification: VerificationWords = {
  languageNav: 'Language',
  verifyTitle: 'Check a certificate',
  verifyLead: 'Find out whether a certificate is genuine and still valid. You need no account.',
  verifyHow: 'Scanning the QR code on the paper does the same without typing.',
  number: 'Number of the certificate',
  numberHint: 'At the top right of the paper, such as 令和8年度 入門 第12号. The number alone (12) will do.',
  code: 'Verification code',
  codeHint: 'Ten letters and digits below the QR code, such as ABCDE-12345.',
  verify: 'Check this certificate',
  notVerifiedHelp:
    'Please compare number and code with the paper once more. Small letters and hyphens do not matter.',

  resultTitle: 'Result of the check',
  states: { valid: 'Valid', replaced: 'Replaced', revoked: 'Revoked' },
  stateHeadings: {
    valid: 'This certificate is valid',
    replaced: 'This certificate has been replaced',
    revoked: 'This certificate has been revoked',
  },
  stateBodies: {
    valid: 'Please check that the paper says the same as below.',
    replaced:
      'A new copy was issued on {since}; this one is no longer valid. Please ask its holder for the new copy.',
    revoked: 'Its issuer, {issuer}, revoked it on {since}. It proves nothing any more.',
  },
  asPrinted: 'What the certificate says',
  name: 'Name',
  nameByBrush: 'On this certificate the name is written by hand.',
  courseTitle: 'Course',
  body: 'Wording',
  completedOn: 'Completed on',
  issuedOn: 'Issued on',
  issuer: 'Issued by',
  copy: 'Re-issued',
  copyOf: 'Copy {copy}',
  checkedAt: 'Checked on',
  recheck: 'Its present state can be checked at this address:',
  print: 'Print this result',
  another: 'Check another certificate',
  least: 'No personal data are shown here beyond what is printed on the paper.',

  unknownSummary: 'This certificate cannot be confirmed',
  unknownTitle: 'This certificate cannot be confirmed',
  unknownBody: 'The council’s register has no certificate with this number or code.',
  unknownNotValid: 'Please do not accept it as valid.',
  unknownRetry: 'It may have been misread or mistyped. Please try again with number and code.',
  tryAgain: 'Check by number and code',

  limitedTitle: 'Please wait a moment',
  limitedBody: 'There were many checks in a row that could not be confirmed, so we pause.',
  limitedHelp: 'Please try again in about ten seconds, or call us.',
  again: 'Check again',
  failedTitle: 'We cannot check at the moment',
  failedBody: 'Something on our side is not working. This does not mean that the certificate is invalid.',
  failedHelp: 'Please try again in a little while, or call us.',

  fileHeading: 'Check a PDF file',
  fileLabel: 'PDF file of the certificate',
  fileHint: 'Up to 1 MB. You can also drop the file on this field.',
  filePrivacy:
    'The file is examined on this device; only its fingerprint is sent. Where that is impossible the file is sent, examined and not kept.',
  fileVerify: 'Check this PDF',
  toCredentialCheck: 'Check a digital certificate (Open Badges)',
  fileTitle: 'Result of the check of a PDF',
  fileStates: { signed: 'Not in the register', altered: 'Altered', foreign: 'Not ours' },
  fileHeadings: {
    signed: 'Signed by the council, but not in its register',
    altered: 'This PDF is no longer as it was issued',
    foreign: 'This PDF is not a certificate file of the council',
  },
  fileBodies: {
    signed: 'Please do not accept it as valid, and contact the council.',
    altered:
      'It looks like a certificate of the council, but it has been changed. Please do not accept it as valid.',
    foreign:
      'It carries no signature of the council and matches nothing in its register. Please do not accept it as valid.',
  },
  fileHelp: {
    signed: 'The file itself is as it was signed. The council will find out why it has no record of it.',
    altered:
      'A file that was saved again also looks like this. Please try the file exactly as you received it.',
    foreign:
      'A scan or a new print of the paper cannot be checked. Please use the QR code, or number and code.',
  },
  errors: {
    'verification.number_invalid': 'Please enter the number of the certificate, such as 12.',
    'verification.code_invalid': 'Please enter the code printed on the certificate.',
    'verification.file_required': 'Please choose the PDF file of the certificate.',
    'verification.file_too_large': 'The file is too large. Please choose a PDF of up to 1 MB.',
    'verification.file_not_pdf':
      'This does not seem to be a PDF. Please choose the PDF file of the certificate.',
    'verification.not_verified': 'No certificate with this number and code could be confirmed.',
    'verification.limited': 'Too many checks in a row. Please try again in {retryAfterSeconds} seconds.',
  },
};
