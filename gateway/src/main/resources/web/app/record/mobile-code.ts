import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../design/failure-panel';
import { forms } from '../design/form-styles';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import { sendMobileCode } from './operations';

/** Sends a one-time code to the new number and takes what the customer read (R-RC-03). Emits `code` with it. */
@customElement('mobile-code')
export class MobileCode extends PortalElement {
  static override styles = [base, buttons, forms, css`.line { display: flex; gap: var(--space-3); } .line button { flex: none; }`];

  @property() mobile = '';

  readonly #sending = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#sending;
    return html`<div class="field">
        <label for="code">${t('correct.code')}</label>
        <div class="line">
          <input id="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6" data-test="code"
            @input=${(event: InputEvent) => this.send('code', (event.target as HTMLInputElement).value.trim())} />
          <button type="button" data-test="send-code" ?disabled=${busy || this.mobile.trim() === ''} @click=${this.#sendCode}>
            ${t(done ? 'correct.code.again' : 'correct.code.send')}
          </button>
        </div>
        <p class="tiny soft" role="status">${done ? t('correct.code.sent') : t('correct.code.note')}</p>
      </div>
      ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}`;
  }

  #sendCode() {
    if (this.#sending.done) this.#sending.renew();
    void this.#sending.run(act => sendMobileCode(this.mobile.trim(), act));
  }
}
