import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsentRecord } from '../api/types';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { t } from '../i18n/text';
import './consent-card';
import './duty-list';
import { isDuty, listPurposes, type Purpose } from '../purpose/purpose';
import { offersOf } from './offer';
import { listConsentRecords } from './operations';
import { listRecipients, type Recipient } from '../recipient/recipient';

/** My consents: each decision by itself, then what rests on contract or law. */
@customElement('consent-page')
export class ConsentPage extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      section { margin-top: var(--space-6); }
      section > p { margin-top: var(--space-4); }
      .grid { display: grid; gap: var(--space-4); margin-top: var(--space-4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
    `,
  ];

  @property() customerId = '';

  readonly #records = new Loadable<ConsentRecord[]>(this, () => listConsentRecords(this.customerId));
  readonly #purposes = new Loadable<Purpose[]>(this, listPurposes);
  readonly #recipients = new Loadable<Recipient[]>(this, listRecipients);

  override render() {
    return html`
      <h1>${t('consent.title')}</h1>
      <p class="lead">${t('consent.lead')}</p>
      <section aria-labelledby="choose">
        <h2 id="choose">${t('consent.choose')}</h2>
        ${this.#records.draw(records => this.#purposes.draw(purposes => this.#offers(purposes, records), 6), 6)}
        <p><a href="#/receipts" data-test="to-receipts">${t('consent.receipts')}</a></p>
        ${this.#recipients.failed ? this.#recipients.draw(() => html``) : ''}
      </section>
      <section aria-labelledby="duty">
        <h2 id="duty">${t('consent.duty')}</h2>
        <p class="lead">${t('consent.duty.lead')}</p>
        ${this.#purposes.draw(purposes => html`<duty-list .purposes=${purposes.filter(isDuty)}></duty-list>`, 6)}
      </section>`;
  }

  #offers(purposes: Purpose[], records: ConsentRecord[]) {
    const offers = offersOf(purposes, records, this.#recipients.value ?? []);
    return html`<div class="grid" data-test="consents" @decided=${this.#decided}>
      ${repeat(
        offers,
        offer => offer.key,
        offer => html`<consent-card .offer=${offer} .customerId=${this.customerId}></consent-card>`,
      )}
    </div>`;
  }

  #decided(event: CustomEvent<ConsentRecord>) {
    const others = (this.#records.value ?? []).filter(record => record.id !== event.detail.id);
    this.#records.value = [event.detail, ...others];
  }
}
