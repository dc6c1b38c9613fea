import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsentRecord } from '../api/types';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { t } from '../i18n/text';
import './consent-card';
import './duty-list';
import { isDuty, listPurposes, type Purpose } from '../purpose/purpose';
import { offersOf } from './offer';
import '../notice/notices-to-read';
import { listConsentRecords, listWards, type NamedWard } from './operations';
import { listRecipients, type Recipient } from '../recipient/recipient';

/** My consents: each decision by itself, then what rests on contract or law. */
@customElement('consent-page')
export class ConsentPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      section { margin-top: var(--space-6); }
      .switch { display: inline-flex; flex-wrap: wrap; border: 1px solid var(--line-strong); border-radius: var(--radius-m); overflow: hidden; margin: var(--space-5) 0 var(--space-2); }
      .switch button { border: 0; border-radius: 0; }
      .switch button[aria-pressed='true'] { background: var(--brand); color: var(--on-brand); }
      section > p { margin-top: var(--space-4); }
      .grid { display: grid; gap: var(--space-4); margin-top: var(--space-4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
    `,
  ];

  @property() customerId = '';
  /** Whose consents are shown: the person's own, or a child's whose guardian she is. */
  @state() childId: string | null = null;

  readonly #records = new Loadable<ConsentRecord[]>(this, () => listConsentRecords(this.#person));
  readonly #wards = new Loadable<NamedWard[]>(this, listWards);
  readonly #purposes = new Loadable<Purpose[]>(this, listPurposes);
  readonly #recipients = new Loadable<Recipient[]>(this, listRecipients);

  /** Once everything that takes room has come, it is shown at once: nothing moves under a finger. */
  #placed = false;

  override render() {
    this.#placed ||= [this.#records, this.#wards, this.#purposes, this.#recipients].every(part => part.settled);
    return html`
      <h1>${t('consent.title')}</h1>
      <p class="lead">${t('consent.lead')}</p>
      ${this.#placed ? this.#decisions() : html`<skeleton-lines lines="12"></skeleton-lines>`}`;
  }

  #decisions() {
    return html`
      ${this.#switch()}
      <notices-to-read .customerId=${this.#person}></notices-to-read>
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

  get #person() {
    return this.childId ?? this.customerId;
  }

  /** Nothing is shown to who is nobody's guardian. */
  #switch() {
    const wards = this.#wards.value ?? [];
    if (wards.length === 0) return nothing;
    const child = wards.find(ward => ward.customerId === this.childId);
    return html`<div class="switch" role="group" aria-label=${t('consent.whose')} data-test="whose-consents">
        ${this.#whose(null, t('consent.whose.own'))}
        ${wards.map((ward, index) => this.#whose(ward.customerId, ward.name ?? t('consent.whose.child', { number: index + 1 })))}
      </div>
      ${child ? html`<p class="small" data-test="as-guardian">${t('consent.asGuardian', { day: dayOf(child.endsOn) })}</p>` : nothing}`;
  }

  #whose(childId: string | null, label: string) {
    return html`<button aria-pressed=${this.childId === childId} data-test="whose-${childId ?? 'own'}" @click=${() => this.#show(childId)}>${label}</button>`;
  }

  #show(childId: string | null) {
    if (this.childId === childId) return;
    this.childId = childId;
    void this.#records.reload();
  }

  #offers(purposes: Purpose[], records: ConsentRecord[]) {
    const offers = offersOf(purposes, records, this.#recipients.value ?? []);
    return html`<div class="grid" data-test="consents" @decided=${this.#decided}>
      ${repeat(
        offers,
        offer => `${this.#person}-${offer.key}`,
        offer => html`<consent-card .offer=${offer} .customerId=${this.#person} ?asGuardian=${this.childId !== null}></consent-card>`,
      )}
    </div>`;
  }

  #decided(event: CustomEvent<ConsentRecord>) {
    const others = (this.#records.value ?? []).filter(record => record.id !== event.detail.id);
    this.#records.value = [event.detail, ...others];
  }
}
