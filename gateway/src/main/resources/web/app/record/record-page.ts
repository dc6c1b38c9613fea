import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Answer } from '../api/graphql';
import type { Customer } from '../api/types';
import { icons } from '../design/icons';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards, pairs } from '../design/styles';
import { t, type MessageKey } from '../i18n/text';
import { fieldName } from '../purpose/data-names';
import { purposeName } from '../purpose/purpose';
import { downloadCopy } from './copy';
import { readOwnRecord } from './operations';
import './policy-card';

type Field = 'name' | 'idType' | 'idNumber' | 'gender' | 'birthDate' | 'mobile' | 'email' | 'address';
const IDENTITY: readonly Field[] = ['name', 'gender', 'birthDate', 'idType', 'idNumber'];
const CONTACT: readonly Field[] = ['mobile', 'email', 'address'];

/** My data: the person's own record as the API gives it, and a copy to take away. */
@customElement('record-page')
export class RecordPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    pairs,
    css`
      .head { display: flex; flex-wrap: wrap; gap: var(--space-4); justify-content: space-between; align-items: end; }
      section { margin-top: var(--space-5); }
      h2 { font-size: var(--text-l); margin-bottom: var(--space-4); }
      .two { display: grid; gap: var(--space-5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
      .two section { margin-top: var(--space-5); }
      .two + section { margin-top: var(--space-6); }
      .grid { display: grid; gap: var(--space-4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
      .pairs > div { grid-template-columns: 6.5rem 1fr; }
      dd { font-weight: 550; }
      dd.absent { font-weight: 400; color: var(--ink-soft); }
      .why { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); background: var(--brand-soft); border-color: transparent; box-shadow: none; padding: var(--space-4) var(--space-5); }
      .why p { grid-column: 2; }
      .why svg { color: var(--brand); }
    `,
  ];

  @property() customerId = '';

  readonly #record = new Loadable<Answer<{ customer: Customer | null }>>(this, () => readOwnRecord(this.customerId));

  protected override languageChanged(): void {
    void this.#record.reload();
  }

  override render() {
    return html`
      <div class="head">
        <div>
          <h1>${t('record.title')}</h1>
          <p class="lead">${t('record.lead')}</p>
        </div>
      </div>
      ${this.#record.draw(
        ({ data, refusals }) => html`
          ${data.customer && refusals[0] ? html`<section><failure-panel final .refusal=${refusals[0]}></failure-panel></section>` : nothing}
          ${data.customer ? this.#view(data.customer) : html`<section class="card">${t('record.unknown')}</section>`}`,
        10,
      )}`;
  }

  #view(customer: Customer) {
    const { decision, policies } = customer;
    return html`
      <div class="two">
        ${this.#fields('record.identity', IDENTITY, customer)}
        ${this.#fields('record.contact', CONTACT, customer)}
      </div>
      <section aria-labelledby="policies">
        <h2 id="policies">${t('record.policies')}</h2>
        ${policies.length === 0
          ? html`<p class="soft">${t('record.policies.none')}</p>`
          : html`<div class="grid">${policies.map(policy => html`<policy-card .policy=${policy}></policy-card>`)}</div>`}
      </section>
      ${decision
        ? html`<section class="card why small" data-test="decision">
            ${icons.shield}<strong>${t('record.decision')}</strong>
            <p>${decision.reason} <span class="soft">${purposeName(decision.purpose)} · ${decision.purpose}</span></p>
          </section>`
        : nothing}
      <section class="stack">
        <div><button class="primary" data-test="copy" @click=${() => downloadCopy(customer, new Date())}>${icons.download}${t('record.copy')}</button></div>
        <p class="tiny soft">${t('record.copy.note')}</p>
      </section>`;
  }

  #fields(title: MessageKey, names: readonly Field[], customer: Customer) {
    return html`<section class="card" aria-label=${t(title)}>
      <h2>${t(title)}</h2>
      <dl class="pairs">
        ${names.map(name => {
          const value = customer[name];
          return html`<div>
            <dt>${fieldName(name)}</dt>
            <dd class=${value ? 'number' : 'absent small'} data-test="field-${name}">${value ?? t('record.absent')}</dd>
          </div>`;
        })}
      </dl>
    </section>`;
  }
}
