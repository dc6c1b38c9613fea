/** Why an answer did not come: the stable code of docs/problems.md, or one of the portal's own (OFFLINE, SESSION_ENDED). */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly incident?: string,
  ) {
    super(code);
  }
}

export const asRefusal = (thrown: unknown): Refusal =>
  thrown instanceof Refusal ? thrown : new Refusal('PORTAL_FAULT', String(thrown));
