/** A file of the repository; `path` is relative to its root, with forward slashes. */
export type SourceFile = { path: string; text: string };
/** A violation of a file rule; line 0 means the file name. */
export type BrokenFileLaw = { law: string; path: string; line: number; reason: string };
