/** Thrown by a handler where trying again cannot help: the job ends as failed and stays visible. */
export class GiveUp extends Error {}
