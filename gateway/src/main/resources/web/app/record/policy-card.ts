import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Policy } from '../api/types';
import { PortalElement } from '../design/portal-element';
import { base, cards, pairs } from '../design/styles';
import { t, type MessageKey } from '../i18n/text';
import { amountInWords, valueInWords } from './values';

@customElement('policy-card')
export class PolicyCard extends PortalElement {
  static override styles = [
    base,
    cards,
    pairs,
    css`
      :host { display: grid; }
      article { display: grid; gap: var(--space-4); align-content: start; }
      .pairs > div { grid-template-columns: 5.5rem 1fr; }
      .top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-2); align-items: start; }
    `,
  ];

  @property({ attribute: false }) policy!: Policy;

  override render() {
    const { number, product, insurer, startOn, endOn, sumInsured, premium, role } = this.policy;
    const term = startOn && endOn ? t('policy.to', { from: startOn, to: endOn }) : (startOn ?? endOn);
    return html`<article class="card" data-test="policy">
      <div class="top">
        <h3>${product ?? t('record.policies')}</h3>
        ${role ? html`<div class="chips">${role.split(',').map(code => html`<span class="chip brand">${valueInWords(code)}</span>`)}</div>` : nothing}
      </div>
      <dl class="pairs small number">
        ${this.#row('policy.number', number)} ${this.#row('policy.insurer', insurer)} ${this.#row('policy.term', term)}
        ${this.#row('policy.sumInsured', sumInsured && amountInWords(sumInsured))} ${this.#row('policy.premium', premium && amountInWords(premium))}
      </dl>
    </article>`;
  }

  #row(label: MessageKey, value: string | null) {
    return value ? html`<div><dt>${t(label)}</dt><dd>${value}</dd></div>` : nothing;
  }
}
