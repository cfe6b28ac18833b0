/** Which template the certificates of a course have, in each language. */
import { z } from 'zod';
import { courseId, templateId } from '../vocabulary/ids.js';
import { sheetLanguages } from '../vocabulary/templates.js';

export const CertificateDesignList = z
  .object({
    items: z.array(
      z.object({
        courseId,
        courseTitle: z.string(),
        /**
         * Languages without a template of their own are missing; they use the Japanese template, otherwise the default
         * one.
         */
        designs: z.array(z.object({ language: z.enum(sheetLanguages), templateId })),
      }),
    ),
  })
  .meta({ id: 'CertificateDesignList' });
export type CertificateDesignList = z.infer<typeof CertificateDesignList>;

/** Null removes the assignment. */
export const CertificateDesignBody = z
  .object({ templateId: templateId.nullable() })
  .meta({ id: 'CertificateDesignBody' });
export type CertificateDesignBody = z.infer<typeof CertificateDesignBody>;
export const sheetLanguage = z.enum(sheetLanguages, { error: 'platform.id_invalid' });
