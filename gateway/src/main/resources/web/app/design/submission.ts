import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Act, type Deed } from '../api/act';
import { asRefusal, type Refusal } from '../api/refusal';

/**
 * One opened form, or one button: a second click while it is under way, or after it is done, does nothing. Every change of the
 * portal goes through one (`change` asks for its act), and a form that is opened anew has one of its own, also after "back".
 */
export class Submission implements ReactiveController {
  #act = new Act();
  busy = false;
  done = false;
  refusal: Refusal | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  async run(deed: Deed): Promise<void> {
    if (this.busy || this.done) return;
    this.#become(true, undefined);
    try {
      await deed(this.#act);
      this.done = true;
      this.#become(false, undefined);
    } catch (thrown) {
      this.#become(false, asRefusal(thrown));
    }
  }

  /** The same button may be pressed for something new. */
  renew(): void {
    if (this.busy) return;
    this.#act = new Act();
    this.done = false;
  }

  #become(busy: boolean, refusal: Refusal | undefined): void {
    this.busy = busy;
    this.refusal = refusal;
    this.host.requestUpdate();
  }
}
