/** A certificate was issued. */
export const certificateIssued = 'certification.certificate_issued';
export interface CertificateIssued {
  certificateId: string;
  enrolmentId: string;
  personId: string;
  courseTitle: string;
  runName: string;
  number: string;
}

/** A certificate was reissued under its number: `certificateId` is the new copy, and the older one became invalid. */
export const certificateReissued = 'certification.certificate_reissued';
export type CertificateReissued = CertificateIssued;
