import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../design/failure-panel';
import { forms } from '../design/form-styles';
import '../design/modal-dialog';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import { fieldName } from '../purpose/data-names';
import './mobile-code';
import { proposeCorrection, type CorrectionState } from './operations';

const VALUE = 500;

/** The right value of one field, in the customer's words (R-RC-03). Emits `corrected` with what became of it. */
@customElement('correct-dialog')
export class CorrectDialog extends PortalElement {
  static override styles = [base, buttons, forms];

  @property() customerId = '';
  @property() field = '';
  @state() value = '';
  @state() evidence = '';
  @state() code = '';
  @state() checked = false;

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    const invalid = refusal?.code === 'VALUE_INVALID';
    const wrong = this.#wrong() ?? (invalid ? t('correct.invalid') : null);
    return html`<modal-dialog heading=${t('correct.title', { field: fieldName(this.field) })} ?busy=${busy} data-test="correct-dialog">
      <form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
        <div class="field">
          <label for="value">${t('correct.value')}</label>
          <input id="value" type="text" data-test="value" autocomplete="off" .value=${this.value} aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby="value-wrong" @input=${(event: InputEvent) => (this.value = (event.target as HTMLInputElement).value)} />
          <p class="wrong" id="value-wrong" role="status">${wrong ?? nothing}</p>
        </div>
        ${this.field === 'mobile'
          ? html`<mobile-code .mobile=${this.value} @code=${(event: CustomEvent<string>) => (this.code = event.detail)}></mobile-code>`
          : nothing}
        <div class="field">
          <label for="evidence">${t('correct.evidence')}</label>
          <textarea id="evidence" data-test="evidence" maxlength="2000" .value=${this.evidence}
            @input=${(event: InputEvent) => (this.evidence = (event.target as HTMLTextAreaElement).value)}></textarea>
        </div>
        <p class="tiny soft">${t('correct.note')}</p>
        ${refusal && !invalid ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      </form>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('cancel')}</button>
      <button slot="actions" class="primary" data-test="confirm" ?disabled=${busy || done} @click=${this.#submit}>${t('correct.submit')}</button>
    </modal-dialog>`;
  }

  #wrong(): string | null {
    if (!this.checked) return null;
    if (this.value.trim() === '') return t('cases.error.empty');
    return this.value.length > VALUE ? t('cases.error.long', { limit: VALUE, length: this.value.length }) : null;
  }

  #submit() {
    this.checked = true;
    if (this.#wrong()) {
      this.renderRoot.querySelector<HTMLElement>('#value')?.focus();
      return;
    }
    void this.#submission.run(async act => {
      const proposal = {
        field: this.field,
        value: this.value.trim(),
        evidence: this.evidence.trim() || null,
        code: this.code || null,
      };
      this.send<CorrectionState>('corrected', await proposeCorrection(this.customerId, proposal, act));
    });
  }
}
