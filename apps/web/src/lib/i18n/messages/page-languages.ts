/** Each language by the name that its readers know. */
export const pageLanguageNames = { ja: '日本語', easy: 'やさしい にほんご', en: 'English' } as const;
