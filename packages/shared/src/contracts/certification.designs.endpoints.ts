import { courseId } from '../vocabulary/ids.js';
import { CertificateDesignBody, CertificateDesignList, sheetLanguage } from './certification.designs.js';
import { endpoint } from './endpoint.js';

export const certificationDesignsEndpoints = {
  listCertificateDesigns: endpoint({
    method: 'GET',
    path: '/api/office/certificate-designs',
    access: 'certificate.read',
    answer: CertificateDesignList,
  }),
  assignCertificateDesign: endpoint({
    method: 'PUT',
    path: '/api/office/certificate-designs/:courseId/:language',
    access: 'template.edit',
    params: { courseId, language: sheetLanguage },
    body: CertificateDesignBody,
    answer: CertificateDesignList,
  }),
};
