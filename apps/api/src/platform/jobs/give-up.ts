/** Thrown by a handler if retrying cannot help: the job ends as failed and stays visible. */
export class GiveUp extends Error {}
