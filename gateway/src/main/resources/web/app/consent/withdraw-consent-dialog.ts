import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from '../design/icons';
import '../design/failure-panel';
import '../design/modal-dialog';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import { inWords } from '../purpose/purpose';
import type { Offer } from './offer';
import { withdrawConsent } from './operations';

/** What stops and what goes on, and one button; no reason is asked (R-CN-03). Emits `decided` with the new record. */
@customElement('withdraw-consent-dialog')
export class WithdrawConsentDialog extends PortalElement {
  static override styles = [
    base,
    buttons,
    css`
      .effect { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); }
      .effect p { grid-column: 2; }
      .stops svg { color: var(--bad); }
      .continues svg { color: var(--good); }
    `,
  ];

  @property({ attribute: false }) offer!: Offer;
  readonly #submission = new Submission(this);

  override render() {
    const { purpose, recipient } = this.offer;
    const { busy, done, refusal } = this.#submission;
    return html`<modal-dialog heading=${t('consent.withdraw.title')} ?busy=${busy} data-test="withdraw-dialog">
      <div class="stack">
        <p><strong>${inWords(purpose.name)}${recipient ? html` · ${recipient.name}` : nothing}</strong></p>
        <div class="effect stops">${icons.cross}<h3>${t('consent.stops')}</h3><p>${inWords(purpose.withdrawalEffect)}</p></div>
        <div class="effect continues">${icons.check}<h3>${t('consent.continues')}</h3><p>${t('consent.continues.text')}</p></div>
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      </div>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('consent.withdraw.keep')}</button>
      <button slot="actions" class="danger" data-test="confirm" ?disabled=${busy || done} @click=${this.#withdraw}>
        ${t('consent.withdraw.confirm')}
      </button>
    </modal-dialog>`;
  }

  #withdraw() {
    const record = this.offer.record;
    if (!record) return;
    void this.#submission.run(async act => this.send('decided', await withdrawConsent(record.id, act)));
  }
}
