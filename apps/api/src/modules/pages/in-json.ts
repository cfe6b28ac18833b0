/** A type as it comes out of JSON, which has no dates. */
export type InJson<T> = T extends Date
  ? string
  : T extends string | number | boolean
    ? T
    : T extends readonly (infer One)[]
      ? InJson<One>[]
      : T extends object
        ? { [Key in keyof T]: InJson<T[Key]> }
        : T;
