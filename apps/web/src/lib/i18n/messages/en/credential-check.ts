import type { CredentialCheckWords } from '../credential-check-words.ts';

/** For people who do not read Japanese and have received a digital certificate. */
export const credentialCheck: CredentialCheckWords = {
  checkTitle: 'Check a digital certificate',
  checkLead: 'Find out whether a digital certificate is genuine and still valid. You need no account.',
  checkFile: 'File of the certificate',
  checkHint: 'A .png, .svg, .json or .jwt file of up to 250 KB. You can also drop it on this field.',
  checkPrivacy: 'The file is sent to be checked and for nothing else. It is not kept.',
  check: 'Check this certificate',
  checkAnother: 'Check another one',
  toCertificateCheck: 'Check a certificate on paper or as PDF',
  words: { valid: 'Valid', replaced: 'Replaced', revoked: 'Revoked' },
  headings: {
    valid: 'This certificate is valid',
    replaced: 'This certificate has been replaced',
    revoked: 'This certificate has been revoked',
    refused: 'This certificate cannot be confirmed',
  },
  bodies: {
    valid: 'It is exactly as it was issued. Please check that the name below is that of its holder.',
    replaced: 'A new copy was issued. Please ask its holder for the digital form of the new copy.',
    revoked: 'The council that issued it has revoked it. It proves nothing any more.',
  },
  reasons: {
    unreadable: 'The file holds no certificate, or it cannot be read.',
    form: 'It does not have the form of a certificate of this council.',
    issuer: 'It was not issued by this council.',
    key: 'It was signed with a key that is not of this council.',
    unknown: 'The council has no record of having issued it.',
    altered: 'It is not what it was when it was issued.',
    signature: 'Its signature is wrong.',
  },
  refusedHelp: 'Please do not accept it as valid. Try the file exactly as you received it.',
  contents: 'What the certificate says',
  name: 'Name',
  number: 'Number of the certificate',
  achievement: 'Course',
  awardedOn: 'Completed on',
  issuer: 'Issued by',
  checkedAt: 'Checked on',
  errors: {
    'credentials.required': 'Please choose the file to be checked.',
    'credentials.too_large': 'The file is too large. Please choose one of up to 250 KB.',
  },
};
