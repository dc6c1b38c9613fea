import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asRefusal, type Refusal } from '../api/refusal';
import { icons } from '../design/icons';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import { listPurposes } from '../purpose/purpose';
import { listRecipients } from '../recipient/recipient';
import { listReceipts, type Receipts } from './operations';
import './receipt-row';

/** The receipts of all decisions: to keep, to read, to verify here or anywhere else. */
@customElement('receipts-page')
export class ReceiptsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      section { margin-top: var(--space-5); }
      .card { padding-block: var(--space-2); }
      receipt-row + receipt-row { display: block; border-top: 1px solid var(--line); }
      .more { display: grid; justify-items: center; gap: var(--space-3); }
      .take { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); }
      .take a { display: inline-flex; gap: var(--space-2); align-items: center; min-height: 2.75rem; }
    `,
  ];

  @property() customerId = '';
  @state() loadingMore = false;
  @state() moreRefusal: Refusal | undefined;

  readonly #receipts = new Loadable<Receipts>(this, () => this.#load());

  /** With the names, where they can be had: a code that becomes a name would move the lines. */
  async #load(): Promise<Receipts> {
    const receipts = listReceipts(this.customerId);
    await Promise.allSettled([receipts, listPurposes(), listRecipients()]);
    return receipts;
  }

  override render() {
    return html`
      <h1>${t('receipt.title')}</h1>
      <p class="lead">${t('receipt.lead')}</p>
      <section>${this.#receipts.draw(receipts => this.#list(receipts), 6)}</section>`;
  }

  #list({ receipts, after }: Receipts) {
    if (receipts.length === 0) return html`<p class="card">${t('receipt.none')}</p>`;
    return html`<div class="stack">
      <div class="card" data-test="receipts">
        ${repeat(receipts, receipt => receipt.id, receipt => html`<receipt-row .receipt=${receipt}></receipt-row>`)}
      </div>
      ${this.moreRefusal ? html`<failure-panel final .refusal=${this.moreRefusal}></failure-panel>` : nothing}
      ${after ? html`<div class="more"><button data-test="more" ?disabled=${this.loadingMore} @click=${() => this.#more(receipts, after)}>${t('receipt.more')}</button></div>` : nothing}
      <h2>${t('receipt.elsewhere')}</h2>
      <p class="small soft">${t('receipt.elsewhere.note')}</p>
      <div class="take small">
        <a href="/verify/" target="_blank" rel="noopener" data-test="verifier">${icons.shield}${t('receipt.verifier')}</a>
        <a href="/verify/shouxin-receipt-keys.json" download="shouxin-receipt-keys.json">${icons.download}${t('receipt.keys')}</a>
        <a href="/verify/shouxin-log-key.txt" download="shouxin-log-key.txt">${icons.download}${t('receipt.logKey')}</a>
      </div>
    </div>`;
  }

  async #more(shown: Receipts['receipts'], after: string): Promise<void> {
    if (this.loadingMore) return;
    this.loadingMore = true;
    this.moreRefusal = undefined;
    try {
      const next = await listReceipts(this.customerId, after);
      this.#receipts.value = { receipts: [...shown, ...next.receipts], after: next.after };
    } catch (thrown) {
      this.moreRefusal = asRefusal(thrown);
    } finally {
      this.loadingMore = false;
    }
  }
}
