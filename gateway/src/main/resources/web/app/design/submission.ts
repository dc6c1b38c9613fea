import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asRefusal, type Refusal } from '../api/refusal';

/** One act of the customer: a second click while it is under way, or after it is done, does nothing. */
export class Submission implements ReactiveController {
  /** Names the act to the services, so that a request sent again after a lost answer changes nothing. */
  readonly once = crypto.randomUUID();
  busy = false;
  done = false;
  refusal: Refusal | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  async run(act: () => Promise<void>): Promise<void> {
    if (this.busy || this.done) return;
    this.#become(true, undefined);
    try {
      await act();
      this.done = true;
      this.#become(false, undefined);
    } catch (thrown) {
      this.#become(false, asRefusal(thrown));
    }
  }

  #become(busy: boolean, refusal: Refusal | undefined): void {
    this.busy = busy;
    this.refusal = refusal;
    this.host.requestUpdate();
  }
}
