import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../design/failure-panel';
import { forms } from '../design/form-styles';
import '../design/modal-dialog';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import type { NamedWard } from '../consent/operations';
import { fileRequest } from './operations';

export const requestTypes = [
  'ACCESS',
  'COPY',
  'CORRECT',
  'SUPPLEMENT',
  'DELETE',
  'RESTRICT',
  'PORTABILITY',
  'EXPLAIN',
  'OBJECT_AUTOMATED_DECISION',
  'CLOSE_ACCOUNT',
] as const;

const DETAIL = 8_000;

/** Which right, and what the customer wants to add. Emits `filed`; a refusal keeps what was chosen and typed. */
@customElement('request-dialog')
export class RequestDialog extends PortalElement {
  static override styles = [base, buttons, forms];

  @property() customerId = '';
  /** The children whose guardian the reader is. */
  @property({ attribute: false }) wards: readonly NamedWard[] = [];
  @state() person = '';
  @state() type = '';
  @state() detail = '';
  @state() checked = false;

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    const long = this.detail.length > DETAIL;
    return html`<modal-dialog heading=${t('cases.requests.new')} ?busy=${busy} data-test="request-dialog">
      <form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${this.wards.length > 0 ? this.#whose() : nothing}
        <fieldset aria-describedby="type-wrong">
          <legend>${t('cases.type')}</legend>
          ${requestTypes.map(
            type => html`<label class="choice">
              <input type="radio" name="type" value=${type} data-test="type-${type}" .checked=${this.type === type} @change=${() => (this.type = type)} />
              <span>${t(`request.${type}`)}</span>
            </label>`,
          )}
          <p class="wrong" id="type-wrong" role="status">${this.checked && !this.type ? t('cases.error.type') : nothing}</p>
        </fieldset>
        <div class="field">
          <label for="detail">${t('cases.detail.optional')}</label>
          <textarea id="detail" data-test="detail" .value=${this.detail} aria-invalid=${long ? 'true' : 'false'} aria-describedby="detail-wrong"
            @input=${(event: InputEvent) => (this.detail = (event.target as HTMLTextAreaElement).value)}></textarea>
          <p class="wrong" id="detail-wrong" role="status">${long ? t('cases.error.long', { limit: DETAIL, length: this.detail.length }) : nothing}</p>
        </div>
        <p class="tiny soft">${t('cases.requests.promise')} ${t('cases.sealed')}</p>
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      </form>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('cancel')}</button>
      <button slot="actions" class="primary" data-test="confirm" ?disabled=${busy || done} @click=${this.#file}>${t('cases.submit')}</button>
    </modal-dialog>`;
  }

  #whose() {
    const people: [string, string][] = [[this.customerId, t('cases.whose.own')], ...this.wards.map(({ customerId, name }, index): [string, string] => [customerId, name ?? t('consent.whose.child', { number: index + 1 })])];
    return html`<fieldset>
      <legend>${t('cases.whose')}</legend>
      ${people.map(
        ([id, name]) => html`<label class="choice">
          <input type="radio" name="whose" value=${id} data-test="for-${id === this.customerId ? 'own' : id}" .checked=${this.#person === id} @change=${() => (this.person = id)} />
          <span>${name}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  get #person(): string {
    return this.person || this.customerId;
  }

  #file() {
    this.checked = true;
    if (!this.type || this.detail.length > DETAIL) {
      this.renderRoot.querySelector<HTMLElement>(this.type ? 'textarea' : 'input[name="type"]')?.focus();
      return;
    }
    void this.#submission.run(async act => {
      await fileRequest(this.#person, this.type, this.detail.trim() || null, act);
      this.send('filed');
    });
  }
}
