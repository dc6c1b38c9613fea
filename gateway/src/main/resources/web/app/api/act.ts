/**
 * One act of a person. What it sends has one idempotency key as long as it says the same: a copy that arrives again, because a
 * button was pressed twice or an answer was lost, changes nothing; words that were put right are sent as something new.
 */
export class Act {
  readonly #keys = new Map<string, string>();

  /** @param said all that is sent; it stays in this page */
  keyOf(said: string): string {
    const key = this.#keys.get(said) ?? crypto.randomUUID();
    this.#keys.set(said, key);
    return key;
  }
}

/** What a button or a form does; the act is that of its submission. */
export type Deed = (act: Act) => Promise<void>;
