/** A file of the repository; `path` from its root with forward slashes. */
export type SourceFile = { path: string; text: string };
/** A file that breaks a law, with the line where it does (0 = the file's name). */
export type BrokenFileLaw = { law: string; path: string; line: number; reason: string };
