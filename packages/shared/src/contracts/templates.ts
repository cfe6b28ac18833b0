/** How certificates look. */
import { z } from 'zod';
import { templateId, templateImageId, templateVersionId } from '../vocabulary/ids.js';
import { sheetLanguages, sheetLayouts, sheetSamples } from '../vocabulary/templates.js';
import { count, instant, line } from './fields.js';
import { SheetDesign } from './templates.sheet-design.js';

export const TemplateSummary = z
  .object({
    templateId,
    name: z.string(),
    layout: z.enum(sheetLayouts),
    language: z.enum(sheetLanguages),
    /** Used if a course has no template of its own. */
    isDefault: z.boolean(),
    /** The version in use; null if 「この様式を使う」 was never pressed. */
    version: count.nullable(),
    /** Whether the draft differs from the version in use. */
    differs: z.boolean(),
  })
  .meta({ id: 'TemplateSummary' });
export type TemplateSummary = z.infer<typeof TemplateSummary>;
export const TemplateList = z.object({ items: z.array(TemplateSummary) }).meta({ id: 'TemplateList' });
export type TemplateList = z.infer<typeof TemplateList>;

export const TemplateVersionView = z
  .object({ templateVersionId, version: count, adoptedAt: instant, layout: z.enum(sheetLayouts) })
  .meta({ id: 'TemplateVersionView' });
export type TemplateVersionView = z.infer<typeof TemplateVersionView>;

export const TemplateView = z
  .object({
    templateId,
    name: z.string(),
    isDefault: z.boolean(),
    draft: SheetDesign,
    /** Increases with every save; a save names the revision that was displayed. */
    revision: count,
    differs: z.boolean(),
    /** Newest first; the first one is in use. */
    versions: z.array(TemplateVersionView),
  })
  .meta({ id: 'TemplateView' });
export type TemplateView = z.infer<typeof TemplateView>;

const name = line(60);

export const TemplateCopyBody = z.object({ copyOf: templateId, name }).meta({ id: 'TemplateCopyBody' });
export type TemplateCopyBody = z.infer<typeof TemplateCopyBody>;

export const TemplateDraftBody = z
  .object({ name, design: SheetDesign, revision: count })
  .meta({ id: 'TemplateDraftBody' });
export type TemplateDraftBody = z.infer<typeof TemplateDraftBody>;

export const TemplateAdoptionBody = z.object({ revision: count }).meta({ id: 'TemplateAdoptionBody' });
export type TemplateAdoptionBody = z.infer<typeof TemplateAdoptionBody>;

/** The maximum size of a picture file (PNG or JPEG), in bytes. */
export const largestImageBytes = 700 * 1024;
export const TemplateImageBody = z
  .object({
    /** The file as Base64. */
    file: z
      .string({ error: 'templates.image_unreadable' })
      .min(1, { error: 'templates.image_unreadable' })
      .max(Math.ceil(largestImageBytes / 3) * 4, { error: 'templates.image_too_large' })
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'templates.image_unreadable' }),
  })
  .meta({ id: 'TemplateImageBody' });
export type TemplateImageBody = z.infer<typeof TemplateImageBody>;
export const TemplateImageView = z.object({ imageId: templateImageId }).meta({ id: 'TemplateImageView' });
export type TemplateImageView = z.infer<typeof TemplateImageView>;

/** The name and the issuer to show in a preview. */
export const SampleBody = z
  .object({
    sample: z.enum(sheetSamples, { error: 'platform.invalid_input' }),
    issuer: line(100).optional(),
    issuerHead: line(100).optional(),
  })
  .meta({ id: 'SampleBody' });
export type SampleBody = z.infer<typeof SampleBody>;
export const TemplatePreviewBody = SampleBody.extend({ design: SheetDesign }).meta({
  id: 'TemplatePreviewBody',
});
export type TemplatePreviewBody = z.infer<typeof TemplatePreviewBody>;
