import type { site } from './ja/site.ts';
import type { ui } from './ja/ui.ts';

/** The texts of header and footer. */
export type SiteWords = Readonly<
  Record<
    Extract<
      keyof typeof site,
      | 'name'
      | 'owner'
      | 'ownerFull'
      | 'programme'
      | 'mainNav'
      | 'footerNav'
      | 'textSize'
      | 'textSizeNormal'
      | 'textSizeLarge'
      | 'textSizeXlarge'
      | 'signIn'
      | 'signOut'
      | 'signedInAs'
      | 'help'
      | 'accessibility'
      | 'privacy'
      | 'troubleLead'
    >,
    string
  >
>;

/** The texts of primitives that are used on pages in several languages. */
export type PrimitiveWords = Readonly<
  Record<Extract<keyof typeof ui, 'skip' | 'error' | 'errorSummaryTitle' | 'errorSummaryLead'>, string>
>;

/** The frame of a page that is not in Japanese. */
export interface FrameWords {
  site: SiteWords;
  ui: PrimitiveWords;
  titleOf: string;
  description: string;
  /** The telephone hours. */
  hours: string;
  /** The areas of the site by path. */
  rooms: Readonly<Record<string, string>>;
  /** Says that the other pages are in Japanese. */
  elsewhere: string;
}
