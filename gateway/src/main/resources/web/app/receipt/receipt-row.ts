import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asRefusal, type Refusal } from '../api/refusal';
import { download } from '../design/download';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { language } from '../i18n/language';
import { t, type MessageKey } from '../i18n/text';
import { fromBase64 } from '../proof/bytes';
import { purposeName } from '../purpose/purpose';
import { recipientName } from '../recipient/recipient';
import { getReceipt, getReceiptDocument, verificationKeys, type Receipt } from './operations';
import './receipt-checks';
import { verifier, type Finding } from './verify';

/** One receipt: what was decided when, the files to keep, and its verification on demand. */
@customElement('receipt-row')
export class ReceiptRow extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      article { display: grid; gap: var(--space-3); padding: var(--space-4) 0; }
      .top { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; justify-content: space-between; }
      h2 { font-size: var(--text-m); }
      .acts { display: flex; flex-wrap: wrap; gap: var(--space-2); }
    `,
  ];

  @property({ attribute: false }) receipt!: Receipt;
  @state() busy = false;
  @state() refusal: Refusal | undefined;
  @state() findings: Finding[] | undefined;

  override render() {
    const { id, purpose, recipientId, state: decided, issuedAt } = this.receipt;
    return html`<article data-test="receipt" data-receipt=${id} data-decision=${decided}>
      <div class="top">
        <div>
          <h2>${purposeName(purpose)}${recipientId ? html` · ${recipientName(recipientId)}` : nothing}</h2>
          <p class="small soft">${dayOf(issuedAt)}</p>
        </div>
        <span class="chip">${t(`receipt.decision.${decided}` as MessageKey)}</span>
      </div>
      <div class="acts">
        <button data-test="receipt-verify" ?disabled=${this.busy} @click=${() => this.#run(() => this.#verify())}>${icons.shield}${t('receipt.verify')}</button>
        <button data-test="receipt-json" ?disabled=${this.busy} @click=${() => this.#run(() => this.#keep())}>${icons.download}${t('receipt.download')}</button>
        <button data-test="receipt-pdf" ?disabled=${this.busy} @click=${() => this.#run(() => this.#print())}>${icons.download}${t('receipt.pdf')}</button>
      </div>
      ${this.refusal ? html`<failure-panel final .refusal=${this.refusal}></failure-panel>` : nothing}
      ${this.findings ? html`<receipt-checks .findings=${this.findings}></receipt-checks>` : nothing}
    </article>`;
  }

  async #verify() {
    const [{ verifyReceipt }, keys, text] = await Promise.all([verifier(), verificationKeys(), getReceipt(this.receipt.id)]);
    this.findings = await verifyReceipt(text, keys);
  }

  async #keep() {
    download(`shouxin-receipt-${this.receipt.id}.jsonld`, await getReceipt(this.receipt.id));
  }

  async #print() {
    const pdf = fromBase64(await getReceiptDocument(this.receipt.id, language()));
    download(`shouxin-receipt-${this.receipt.id}.pdf`, pdf, 'application/pdf');
  }

  async #run(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = undefined;
    try {
      await act();
    } catch (thrown) {
      this.refusal = asRefusal(thrown);
    } finally {
      this.busy = false;
    }
  }
}
