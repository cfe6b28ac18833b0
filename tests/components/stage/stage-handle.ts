/** What a spec can do with the stage. */
export interface StageHandle {
  /** Draws a scene with these properties in place of the previous one. */
  show(scene: string, properties: object): Promise<void>;
  /** Changes the properties of the current scene, like a form submission that stays on the page. */
  change(properties: object): Promise<void>;
}
