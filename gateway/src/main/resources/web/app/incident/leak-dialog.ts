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
import { fileLeakReport } from './operations';

const KNOWN = ['name', 'mobile', 'idNumber', 'birthDate', 'address', 'email', 'policies'] as const;
const DETAIL = 8_000;

/** What a caller knew, when, and what was said. Emits `closed`; a refusal keeps what was typed. */
@customElement('leak-dialog')
export class LeakDialog extends PortalElement {
  static override styles = [base, buttons, forms];

  @property() customerId = '';
  @state() known: readonly string[] = [];
  @state() when = '';
  @state() detail = '';
  @state() checked = false;
  @state() number = '';

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    const late = this.checked && !this.#hasPassed();
    const wordless = this.checked && !this.#isToldWell();
    return html`<modal-dialog heading=${t('leak.title')} ?busy=${busy} data-test="leak-dialog">
      <form class="stack" novalidate @submit=${(event: Event) => event.preventDefault()}>
        <fieldset aria-describedby="known-wrong">
          <legend>${t('leak.known')}</legend>
          ${KNOWN.map(
            field => html`<label class="choice">
              <input type="checkbox" data-test="known-${field}" .checked=${this.known.includes(field)} @change=${() => this.#toggle(field)} />
              <span>${fieldName(field)}</span>
            </label>`,
          )}
          <p class="wrong" id="known-wrong" role="status">${this.checked && this.known.length === 0 ? t('leak.error.known') : nothing}</p>
        </fieldset>
        <div class="field">
          <label for="when">${t('leak.when')}</label>
          <input id="when" type="datetime-local" data-test="when" .value=${this.when} aria-invalid=${late ? 'true' : 'false'} aria-describedby="when-wrong"
            @input=${(event: InputEvent) => (this.when = (event.target as HTMLInputElement).value)} />
          <p class="wrong" id="when-wrong" role="status">${late ? t('leak.error.when') : nothing}</p>
        </div>
        <div class="field">
          <label for="detail">${t('leak.detail')}</label>
          <textarea id="detail" data-test="detail" .value=${this.detail} aria-invalid=${wordless ? 'true' : 'false'} aria-describedby="detail-wrong"
            @input=${(event: InputEvent) => (this.detail = (event.target as HTMLTextAreaElement).value)}></textarea>
          <p class="wrong" id="detail-wrong" role="status">${wordless
            ? this.detail.length > DETAIL
              ? t('cases.error.long', { limit: DETAIL, length: this.detail.length })
              : t('cases.error.empty')
            : nothing}</p>
        </div>
        <p class="tiny soft">${t('cases.sealed')}</p>
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
        ${this.number ? html`<p role="status" data-test="leak-filed">${t('leak.filed', { id: this.number })}</p>` : nothing}
      </form>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('cancel')}</button>
      <button slot="actions" class="primary" data-test="confirm" ?disabled=${busy || done} @click=${this.#file}>${t('cases.submit')}</button>
    </modal-dialog>`;
  }

  #toggle(field: string) {
    this.known = this.known.includes(field) ? this.known.filter(one => one !== field) : [...this.known, field];
  }

  #hasPassed(): boolean {
    const at = new Date(this.when).getTime();
    return !Number.isNaN(at) && at <= Date.now();
  }

  #isToldWell(): boolean {
    return this.detail.trim() !== '' && this.detail.length <= DETAIL;
  }

  #file() {
    this.checked = true;
    if (this.known.length === 0 || !this.#hasPassed() || !this.#isToldWell()) return;
    void this.#submission.run(async act => {
      this.number = await fileLeakReport(this.customerId, this.detail.trim(), [...this.known], new Date(this.when).toISOString(), act);
    });
  }
}
