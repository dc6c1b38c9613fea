import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Policy } from '../api/types';
import { icons } from '../design/icons';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import '../inventory/inventory-list';
import type { InventoryList } from '../inventory/inventory-list';
import { base, buttons, cards, pairs } from '../design/styles';
import { t, type MessageKey } from '../i18n/text';
import { fieldName } from '../purpose/data-names';
import { purposeName } from '../purpose/purpose';
import './copy-buttons';
import './correct-dialog';
import { readPerson, readPolicies, type CorrectionState, type Person, type PersonAnswer, type PoliciesAnswer } from './operations';
import './policy-card';
import { valueInWords } from './values';

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
      section { margin-top: var(--space-5); }
      h2 { font-size: var(--text-l); margin-bottom: var(--space-4); }
      .two { display: grid; gap: var(--space-4); margin-top: var(--space-5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
      .two section { margin-top: 0; }
      .grid { display: grid; gap: var(--space-4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
      @media print { .copy { display: none; } }
      .pairs > div { grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding: var(--space-2) 0; }
      .pairs > div + div { border-top: 1px solid var(--line); }
      .pairs dt { grid-column: 1; }
      .pairs dd:last-child { grid-column: 2; grid-row: 1 / span 2; }
      .pairs { gap: 0; }
      .two .card { container-type: inline-size; }
      @container (min-width: 22rem) {
        .pairs > div { grid-template-columns: 6.5rem minmax(0, 1fr) auto; padding: 0; }
        .pairs > div + div { border-top: 0; }
        .pairs dd:last-child { grid-column: 3; grid-row: 1; }
      }
      .pairs button { margin-right: calc(var(--space-4) * -1); font-weight: 500; }
      .done { color: var(--good); font-weight: 600; }
      .done:empty { position: absolute; }
      dd { font-weight: 550; }
      dd.absent { font-weight: 400; color: var(--ink-soft); }
      .why { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); background: var(--brand-soft); border-color: transparent; box-shadow: none; padding: var(--space-4) var(--space-5); }
      .why p { grid-column: 2; }
      .why svg { color: var(--brand); }
    `,
  ];

  @property() customerId = '';
  @state() correcting: string | null = null;
  @state() corrected: CorrectionState | null = null;

  readonly #person = new Loadable<PersonAnswer>(this, () => readPerson(this.customerId));
  readonly #policies = new Loadable<PoliciesAnswer>(this, () => readPolicies(this.customerId));

  protected override languageChanged(): void {
    void this.#person.reload();
  }

  /** Once everything that takes room has come, it is shown at once: nothing moves under a finger. */
  #placed = false;

  override render() {
    this.#placed ||= [this.#person, this.#policies].every(part => part.settled);
    return html`
      <h1>${t('record.title')}</h1>
      <p class="lead">${t('record.lead')}</p>
      <p class="done" role="status" data-test="corrected">${this.corrected ? t(`correct.${this.corrected}`) : nothing}</p>
      <inventory-list @correct=${(event: CustomEvent<string>) => (this.correcting = event.detail)}></inventory-list>
      ${this.#placed ? this.#sections() : html`<skeleton-lines lines="12"></skeleton-lines>`}
      ${this.correcting
        ? html`<correct-dialog .customerId=${this.customerId} .field=${this.correcting} @closed=${() => (this.correcting = null)} @corrected=${this.#done}></correct-dialog>`
        : nothing}`;
  }

  #sections() {
    return html`
      ${this.#person.draw(
        ({ data, refusals }) => html`
          ${data.customer && refusals[0] ? html`<section><failure-panel final .refusal=${refusals[0]}></failure-panel></section>` : nothing}
          ${data.customer ? this.#view(data.customer) : html`<section class="card">${t('record.unknown')}</section>`}`,
        6,
      )}
      <section aria-labelledby="policies">
        <h2 id="policies">${t('record.policies')}</h2>
        ${this.#policies.draw(({ data }) => this.#list(data.customer?.policies ?? []), 4)}
      </section>
      ${this.#person.value?.data.customer
        ? html`<section class="copy"><copy-buttons .customerId=${this.customerId}></copy-buttons></section>`
        : nothing}`;
  }

  #done(event: CustomEvent<CorrectionState>) {
    this.correcting = null;
    this.corrected = event.detail;
    void this.#person.reload();
    this.renderRoot.querySelector<InventoryList>('inventory-list')?.reload();
  }

  #view(person: Person) {
    const { decision } = person;
    return html`
      <div class="two">
        ${this.#fields('record.identity', IDENTITY, person)}
        ${this.#fields('record.contact', CONTACT, person)}
      </div>
      ${decision
        ? html`<section class="card why small" data-test="decision">
            ${icons.shield}<strong>${t('record.decision')}</strong>
            <p>${decision.reason} <span class="soft">${purposeName(decision.purpose)} · ${decision.purpose}</span></p>
          </section>`
        : nothing}`;
  }

  #list(policies: readonly Policy[]) {
    if (policies.length === 0) return html`<p class="soft">${t('record.policies.none')}</p>`;
    return html`<div class="grid">${policies.map(policy => html`<policy-card .policy=${policy}></policy-card>`)}</div>`;
  }

  #fields(title: MessageKey, names: readonly Field[], person: Person) {
    return html`<section class="card" aria-label=${t(title)}>
      <h2>${t(title)}</h2>
      <dl class="pairs">
        ${names.map(name => {
          const value = person[name];
          return html`<div>
            <dt>${fieldName(name)}</dt>
            <dd class=${value ? 'number' : 'absent small'} data-test="field-${name}">${value ? valueInWords(value) : t('record.absent')}</dd>
            <dd><button class="plain" data-test="correct-${name}" @click=${() => (this.correcting = name)}>
              ${t('correct.button')}<span class="visually-hidden"> ${fieldName(name)}</span>
            </button></dd>
          </div>`;
        })}
      </dl>
    </section>`;
  }
}
