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

/** A certificate was issued again under its number: `certificateId` is the new copy, and the older one stopped being valid. */
export const certificateReissued = 'certification.certificate_reissued';
export type CertificateReissued = CertificateIssued;
