import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsentRecord } from '../api/types';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards, pairs } from '../design/styles';
import { dayOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import { categoryName } from '../purpose/data-names';
import { inWords } from '../purpose/purpose';
import './give-consent-dialog';
import { categoriesOf, isInForce, type Offer } from './offer';
import './withdraw-consent-dialog';

const known = ['GIVEN', 'RENEWED', 'WITHDRAWN', 'REFUSED', 'EXPIRED', 'STALE', 'REVOKED', 'INVALIDATED', 'REQUESTED'];

/** One decision: what for, who receives what until when, and the button that changes it. */
@customElement('consent-card')
export class ConsentCard extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    pairs,
    css`
      :host { display: grid; }
      article { display: grid; gap: var(--space-4); align-content: start; grid-template-rows: auto auto auto 1fr; }
      .top { display: flex; gap: var(--space-3); justify-content: space-between; align-items: flex-start; }
      .top .chip { flex: none; }
      .actions { align-self: end; display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; justify-content: space-between; }
      .actions button { margin-left: auto; }
      .in-force { border-left: 4px solid var(--good); }
      .pairs > div { grid-template-columns: 6.5rem 1fr; }
      [role='status']:empty { position: absolute; }
      .done { display: flex; gap: var(--space-2); color: var(--good); font-weight: 600; font-size: var(--text-s); }
    `,
  ];

  @property({ attribute: false }) offer!: Offer;
  @property() customerId = '';
  /** Decides as guardian for the child `customerId`. */
  @property({ type: Boolean }) asGuardian = false;
  @state() asking = false;
  @state() done: MessageKey | undefined;

  override render() {
    const { purpose, recipient, record, inForce, key } = this.offer;
    const received = (inForce && record ? record.categories : categoriesOf(this.offer)).map(categoryName);
    return html`<article class="card ${inForce ? 'in-force' : ''}" aria-labelledby="title" data-test="consent-${key}" data-state=${record?.state ?? 'NONE'}>
      <div class="top">
        <h3 id="title">${inWords(purpose.name)}${recipient ? html` · ${recipient.name}` : nothing}</h3>
        ${this.#state()}
      </div>
      <p class="small soft">${inWords(purpose.words)}</p>
      <dl class="pairs small">
        <div><dt>${t('consent.recipient')}</dt><dd>${recipient?.name ?? t('consent.recipient.own')}${recipient?.contact ? html`<br /><span class="tiny soft">${recipient.contact.email}</span>` : nothing}</dd></div>
        <div><dt>${t('consent.categories')}</dt><dd class="chips">${received.map(word => html`<span class="chip">${word}</span>`)}</dd></div>
        ${inForce ? html`<div><dt>${t('consent.until')}</dt><dd>${this.#until()}</dd></div>` : nothing}
      </dl>
      <div class="actions">
        <span class="tiny soft">${this.#when()}</span>
        <button class=${inForce ? '' : 'primary'} data-test=${inForce ? 'withdraw' : 'give'} @click=${this.#ask}>
          ${inForce ? t('consent.withdraw') : t('consent.give')}
        </button>
      </div>
      <p role="status" class=${this.done ? 'done' : ''}>${this.done ? html`${icons.check}${t(this.done)}` : nothing}</p>
    </article>
    ${this.asking ? this.#dialog() : nothing}`;
  }

  #state() {
    const { record, inForce } = this.offer;
    if (!record) return html`<span class="chip">${t('consent.notGiven')}</span>`;
    const label = known.includes(record.state) ? t(`consent.state.${record.state}` as MessageKey) : record.state;
    return html`<span class="chip ${inForce ? 'good' : record.state === 'STALE' || record.state === 'INVALIDATED' ? 'warn' : ''}">${inForce ? icons.check : nothing}${label}</span>`;
  }

  #until() {
    const expiresAt = this.offer.record?.expiresAt;
    return expiresAt ? t('consent.until.day', { day: dayOf(expiresAt) }) : t('consent.until.withdrawn');
  }

  #when() {
    const record = this.offer.record;
    if (record?.decidedAs === 'GUARDIAN') return t('consent.byGuardian');
    if (record?.withdrawnAt) return t('consent.withdrawnOn', { day: dayOf(record.withdrawnAt) });
    return record?.givenAt ? t('consent.givenOn', { day: dayOf(record.givenAt) }) : nothing;
  }

  #ask() {
    this.done = undefined;
    this.asking = true;
  }

  #dialog() {
    const close = () => (this.asking = false);
    return this.offer.inForce
      ? html`<withdraw-consent-dialog .offer=${this.offer} @closed=${close} @decided=${() => this.#decided('consent.done.withdrawn')}></withdraw-consent-dialog>`
      : html`<give-consent-dialog .offer=${this.offer} .customerId=${this.customerId} ?asGuardian=${this.asGuardian} @closed=${close}
          @decided=${(event: CustomEvent<ConsentRecord>) => this.#decided(isInForce(event.detail) ? 'consent.done.given' : 'consent.done.refused')}></give-consent-dialog>`;
  }

  #decided(message: MessageKey) {
    this.asking = false;
    this.done = message;
  }
}
