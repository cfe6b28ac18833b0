import { templateId, templateVersionId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  SampleBody,
  TemplateAdoptionBody,
  TemplateCopyBody,
  TemplateDraftBody,
  TemplateImageBody,
  TemplateImageView,
  TemplateList,
  TemplatePreviewBody,
  TemplateView,
} from './templates.js';

export const templatesEndpoints = {
  listTemplates: endpoint({
    method: 'GET',
    path: '/api/office/certificate-templates',
    access: 'certificate.read',
    answer: TemplateList,
  }),
  copyTemplate: endpoint({
    method: 'POST',
    path: '/api/office/certificate-templates',
    access: 'template.edit',
    body: TemplateCopyBody,
    answer: TemplateView,
    status: 201,
    idempotent: true,
  }),
  getTemplate: endpoint({
    method: 'GET',
    path: '/api/office/certificate-templates/:templateId',
    access: 'certificate.read',
    params: { templateId },
    answer: TemplateView,
  }),
  saveTemplateDraft: endpoint({
    method: 'PUT',
    path: '/api/office/certificate-templates/:templateId/draft',
    access: 'template.edit',
    params: { templateId },
    body: TemplateDraftBody,
    answer: TemplateView,
  }),
  adoptTemplate: endpoint({
    method: 'POST',
    path: '/api/office/certificate-templates/:templateId/versions',
    access: 'template.edit',
    summary: 'From now on certificates use this version.',
    params: { templateId },
    body: TemplateAdoptionBody,
    answer: TemplateView,
    status: 201,
  }),
  addTemplateImage: endpoint({
    method: 'POST',
    path: '/api/office/certificate-template-images',
    access: 'template.edit',
    body: TemplateImageBody,
    answer: TemplateImageView,
    status: 201,
  }),
  previewTemplate: endpoint({
    method: 'POST',
    path: '/api/office/certificate-template-previews',
    access: 'certificate.read',
    body: TemplatePreviewBody,
    file: 'image/svg+xml',
  }),
  previewTemplateVersion: endpoint({
    method: 'POST',
    path: '/api/office/certificate-template-versions/:templateVersionId/previews',
    access: 'certificate.read',
    params: { templateVersionId },
    body: SampleBody,
    file: 'image/svg+xml',
  }),
};
