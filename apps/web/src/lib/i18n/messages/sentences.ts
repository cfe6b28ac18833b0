/** The structure of a message file of ja, the reference for the other languages. */
export type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> };
