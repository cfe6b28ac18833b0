/** The shape of the words of a file of ja, which come first, for the other languages. */
export type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> };
