import type { FrameWords } from '../frame-words.ts';

/** The frame around pages for people who do not read Japanese. */
export const frame: FrameWords = {
  site: {
    name: 'Kizuna Courses',
    owner: 'Koga City Council of Social Welfare',
    ownerFull: 'Koga City Council of Social Welfare (社会福祉法人 古河市社会福祉協議会)',
    programme: 'Koga City community support programme',
    mainNav: 'Main menu',
    footerNav: 'About this site',
    textSize: 'Text size',
    textSizeNormal: 'Normal',
    textSizeLarge: 'Large',
    textSizeXlarge: 'Largest',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: '{name}',
    help: 'How to use this site',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    troubleLead: 'Questions? Please call',
  },
  ui: {
    skip: 'Skip to the content',
    error: 'Error',
    errorSummaryTitle: 'Please check what you entered',
    errorSummaryLead: 'There are {count} things to correct.',
  },
  titleOf: '{page} | Kizuna Courses',
  description: 'Check whether a certificate of the Koga City Council of Social Welfare is genuine and valid.',
  hours: 'Monday to Friday, 8:30–17:15 (in Japanese)',
  rooms: {
    '/courses': 'Courses',
    '/videos': 'Films',
    '/materials': 'Materials',
    '/verify': 'Check a certificate',
    '/my': 'My page',
    '/instructor': 'Today',
    '/viewings': 'Group viewings',
    '/office': 'Office',
  },
  elsewhere: 'The other pages of this site are in Japanese.',
};
