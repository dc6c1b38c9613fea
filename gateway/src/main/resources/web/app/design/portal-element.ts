import { LitElement } from 'lit';
import { FollowsLanguage } from '../i18n/language';

/** A component that speaks the reader's language. */
export class PortalElement extends LitElement {
  constructor() {
    super();
    new FollowsLanguage(this, () => this.languageChanged());
  }

  /** For components whose data, not only their words, is in a language. */
  protected languageChanged(): void {}

  /** Sends an event up through the shadow roots. */
  protected send<T>(type: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
