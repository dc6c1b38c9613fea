import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { download } from '../design/download';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { t } from '../i18n/text';
import { purposeName } from '../purpose/purpose';
import { recipientName } from '../recipient/recipient';
import type { WithReceipt } from './operations';
import { verifyReceipt, type ReceiptVerdict } from './verify';

/** One receipt: what it is about, whether it is genuine, and the file. */
@customElement('receipt-row')
export class ReceiptRow extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      article { display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-4); align-items: center; padding: var(--space-4) 0; }
      .what { flex: 1 1 14rem; }
      h2 { font-size: var(--text-m); }
      .chip svg { width: 1rem; height: 1rem; }
    `,
  ];

  @property({ attribute: false }) record!: WithReceipt;
  @property() jwks = '';
  @state() verdict: ReceiptVerdict | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('record') || changed.has('jwks')) void this.#verify();
  }

  override render() {
    const { purpose, recipientId, state: consentState, givenAt, withdrawnAt, receipt } = this.record;
    const at = withdrawnAt ?? givenAt;
    return html`<article data-test="receipt" data-state=${this.verdict ?? 'checking'}>
      <div class="what">
        <h2>${purposeName(purpose)}${recipientId ? html` · ${recipientName(recipientId)}` : nothing}</h2>
        <p class="small soft">
          ${consentState === 'WITHDRAWN' ? t('consent.state.WITHDRAWN') : consentState === 'GIVEN' ? t('consent.state.GIVEN') : consentState}${at ? html` · ${dayOf(at)}` : nothing}
        </p>
      </div>
      ${this.#chip()}
      ${receipt
        ? html`<button data-test="receipt-download" @click=${() => download(`shouxin-receipt-${this.record.id}.jsonld`, receipt)}>${icons.download}${t('receipt.download')}</button>`
        : nothing}
    </article>`;
  }

  #chip() {
    if (!this.record.receipt) return html`<span class="small soft">${t('receipt.absent')}</span>`;
    if (!this.verdict) return html`<span class="chip">${t('receipt.checking')}</span>`;
    const genuine = this.verdict === 'GENUINE';
    return html`<span class="chip ${genuine ? 'good' : 'bad'}">${genuine ? icons.shield : icons.warning}${t(`receipt.${this.verdict}`)}</span>`;
  }

  async #verify(): Promise<void> {
    const { receipt, id } = this.record;
    if (receipt) this.verdict = await verifyReceipt(receipt, id, this.jwks);
  }
}
