import type { site } from './ja/site.ts';
import type { ui } from './ja/ui.ts';

/** The words of header and footer. */
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

/** The words of primitives that stand on pages in several languages. */
export type PrimitiveWords = Readonly<
  Record<Extract<keyof typeof ui, 'skip' | 'error' | 'errorSummaryTitle' | 'errorSummaryLead'>, string>
>;

/** The frame of a page that does not speak Japanese. */
export interface FrameWords {
  site: SiteWords;
  ui: PrimitiveWords;
  titleOf: string;
  description: string;
  /** When somebody answers the telephone. */
  hours: string;
  /** The rooms of the site by their addresses. */
  rooms: Readonly<Record<string, string>>;
  /** That the other pages are in Japanese. */
  elsewhere: string;
}
