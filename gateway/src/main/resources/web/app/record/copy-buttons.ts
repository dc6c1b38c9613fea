import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asRefusal, type Refusal } from '../api/refusal';
import { download } from '../design/download';
import '../design/failure-panel';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { language } from '../i18n/language';
import { t } from '../i18n/text';
import { fromBase64 } from '../proof/bytes';
import { getCopy, type CopyForm } from './operations';

/** Takes one's data away, for other programs or for reading (PIPL 45). */
@customElement('copy-buttons')
export class CopyButtons extends PortalElement {
  static override styles = [base, buttons];

  @property() customerId = '';
  @state() busy = false;
  @state() refusal: Refusal | undefined;

  override render() {
    return html`<div class="stack">
      <div class="chips">
        <button class="primary" data-test="copy" ?disabled=${this.busy} @click=${() => this.#take('FILE', 'json')}>${icons.download}${t('record.copy')}</button>
        <button data-test="copy-pdf" ?disabled=${this.busy} @click=${() => this.#take('DOCUMENT', 'pdf')}>${icons.download}${t('record.copy.pdf')}</button>
      </div>
      ${this.refusal ? html`<failure-panel final .refusal=${this.refusal}></failure-panel>` : nothing}
      <p class="tiny soft">${t('record.copy.note')}</p>
    </div>`;
  }

  async #take(form: CopyForm, ending: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    try {
      const { mediaType, content } = await getCopy(this.customerId, form, language());
      download(`shouxin-my-data-${new Date().toISOString().slice(0, 10)}.${ending}`, fromBase64(content), mediaType);
    } catch (thrown) {
      this.refusal = asRefusal(thrown);
    } finally {
      this.busy = false;
    }
  }
}
