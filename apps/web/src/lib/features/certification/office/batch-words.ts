import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import { certificateBatches as m } from '#lib/i18n/messages/ja/certificate-batches.ts';
import { t } from '#lib/i18n/t.ts';

type Refusal = CertificateBatchView['refusals'][number];

/** What the office can do about each error code; a code without an entry explains itself. */
const remedies: Record<string, (refusal: Refusal) => string> = {
  'certification.not_complete': () => m.doNotComplete,
  'certification.already_issued': ({ params }) => t(m.doAlreadyIssued, { number: params['number'] ?? '' }),
  'certification.glyph_missing': () => m.doGlyphMissing,
  'certification.not_taking_part': () => m.doNotTakingPart,
  'certification.not_made': () => m.doNotMade,
  'certification.wording_missing': () => m.doWordingMissing,
};

/** What to do about a certificate that was not issued. */
export function remedyOf(refusal: Refusal): string {
  return remedies[refusal.code]?.(refusal) ?? '';
}
