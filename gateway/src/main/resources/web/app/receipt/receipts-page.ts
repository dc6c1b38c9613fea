import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { download } from '../design/download';
import { icons } from '../design/icons';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import { listReceipts, type Receipts } from './operations';
import './receipt-row';

/** The receipts of all decisions, verified in the browser, to keep. */
@customElement('receipts-page')
export class ReceiptsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      section { margin-top: var(--space-5); }
      .card { padding-block: var(--space-2); }
      receipt-row + receipt-row { border-top: 1px solid var(--line); }
    `,
  ];

  @property() customerId = '';

  readonly #receipts = new Loadable<Receipts>(this, () => listReceipts(this.customerId));

  override render() {
    return html`
      <h1>${t('receipt.title')}</h1>
      <p class="lead">${t('receipt.lead')}</p>
      <section>${this.#receipts.draw(receipts => this.#list(receipts), 6)}</section>`;
  }

  #list({ records, jwks }: Receipts) {
    if (records.length === 0) return html`<p class="card">${t('receipt.none')}</p>`;
    return html`<div class="stack">
      <div class="card" data-test="receipts">
        ${repeat(records, record => record.id, record => html`<receipt-row .record=${record} .jwks=${jwks}></receipt-row>`)}
      </div>
      <p class="tiny soft">${t('receipt.keys.note')}</p>
      <div><button @click=${() => download('shouxin-receipt-keys.json', jwks)}>${icons.download}${t('receipt.keys')}</button></div>
    </div>`;
  }
}
