/** What a spec can do with the stage. */
export interface StageHandle {
  /** Draws a scene with these properties in place of the previous one. */
  show(scene: string, properties: object): Promise<void>;
  /** Gives the scene that stands there other properties, as a form does that was sent without leaving the page. */
  change(properties: object): Promise<void>;
}
