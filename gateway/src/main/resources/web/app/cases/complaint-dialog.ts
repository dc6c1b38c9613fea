import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../design/failure-panel';
import { forms } from '../design/form-styles';
import '../design/modal-dialog';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t, type MessageKey } from '../i18n/text';
import { fileComplaint } from './operations';

const SUBJECT = 200;
const DETAIL = 8_000;

/** A complaint in the customer's own words. Emits `filed`; a refusal keeps what was typed. */
@customElement('complaint-dialog')
export class ComplaintDialog extends PortalElement {
  static override styles = [base, buttons, forms];

  @property() customerId = '';
  @state() subject = '';
  @state() detail = '';
  @state() checked = false;

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    return html`<modal-dialog heading=${t('cases.complaints.new')} ?busy=${busy} data-test="complaint-dialog">
      <form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
        <div class="field">
          <label for="subject">${t('cases.subject')}</label>
          <input id="subject" type="text" data-test="subject" autocomplete="off" .value=${this.subject} aria-invalid=${this.#wrong(this.subject, SUBJECT) ? 'true' : 'false'}
            aria-describedby="subject-wrong" @input=${(event: InputEvent) => (this.subject = (event.target as HTMLInputElement).value)} />
          ${this.#message('subject-wrong', this.subject, SUBJECT)}
        </div>
        <div class="field">
          <label for="detail">${t('cases.detail')}</label>
          <textarea id="detail" data-test="detail" .value=${this.detail} aria-invalid=${this.#wrong(this.detail, DETAIL) ? 'true' : 'false'}
            aria-describedby="detail-wrong" @input=${(event: InputEvent) => (this.detail = (event.target as HTMLTextAreaElement).value)}></textarea>
          ${this.#message('detail-wrong', this.detail, DETAIL)}
        </div>
        <p class="tiny soft">${t('cases.complaints.promise')} ${t('cases.sealed')}</p>
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      </form>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('cancel')}</button>
      <button slot="actions" class="primary" data-test="confirm" ?disabled=${busy || done} @click=${this.#file}>${t('cases.submit')}</button>
    </modal-dialog>`;
  }

  /** What is wrong with a value, once the customer has tried to submit. */
  #wrong(value: string, limit: number): [MessageKey, Record<string, number>] | null {
    if (!this.checked) return null;
    if (value.trim() === '') return ['cases.error.empty', {}];
    return value.length > limit ? ['cases.error.long', { limit, length: value.length }] : null;
  }

  #message(id: string, value: string, limit: number) {
    const wrong = this.#wrong(value, limit);
    return html`<p class="wrong" id=${id} role="status">${wrong ? t(...wrong) : nothing}</p>`;
  }

  #file() {
    this.checked = true;
    if (this.#wrong(this.subject, SUBJECT) || this.#wrong(this.detail, DETAIL)) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void this.#submission.run(async act => {
      await fileComplaint(this.customerId, this.subject.trim(), this.detail.trim(), act);
      this.send('filed');
    });
  }
}
