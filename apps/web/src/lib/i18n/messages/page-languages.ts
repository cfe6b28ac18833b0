/** The name of each language in that language. */
export const pageLanguageNames = { ja: '日本語', easy: 'やさしい にほんご', en: 'English' } as const;
