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
