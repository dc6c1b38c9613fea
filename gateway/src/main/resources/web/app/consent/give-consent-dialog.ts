import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsentText, PrivacyNotice } from '../api/types';
import { Loadable } from '../design/loadable';
import '../design/modal-dialog';
import { PortalElement } from '../design/portal-element';
import '../notice/notice-text';
import { base, buttons, cards, pairs } from '../design/styles';
import { Submission } from '../design/submission';
import { language } from '../i18n/language';
import { t } from '../i18n/text';
import { categoryName } from '../purpose/data-names';
import { categoriesOf, type Offer } from './offer';
import { findConsentText, findCurrentNotice, giveConsent, recordNoticeShown, refuseConsent } from './operations';

type Question = { text: ConsentText; notice: PrivacyNotice } | null;

/** The exact text of one consent in the reader's language, and one button. Emits `decided` with the new record. */
@customElement('give-consent-dialog')
export class GiveConsentDialog extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    pairs,
    css`
      blockquote { margin: 0; padding: var(--space-4) var(--space-5); border-left: 4px solid var(--brand);
        border-radius: 0 var(--radius-m) var(--radius-m) 0; background: var(--sunken); white-space: pre-line; }
      .notice { max-height: 11rem; overflow: auto; margin-top: var(--space-2); padding: var(--space-3) var(--space-4);
        border: 1px solid var(--line); border-radius: var(--radius-m); font-size: var(--text-xs); }
    `,
  ];

  @property({ attribute: false }) offer!: Offer;
  @property() customerId = '';
  /** Decides as guardian: the notice is the one for guardians. */
  @property({ type: Boolean }) asGuardian = false;

  readonly #question = new Loadable<Question>(this, async () => {
    const { purpose, recipient } = this.offer;
    const [text, notice] = await Promise.all([findConsentText(purpose.code, recipient?.id ?? null), findCurrentNotice(language(), this.asGuardian ? 'GUARDIAN' : 'APPLICANT')]);
    return text && notice ? { text, notice } : null;
  });
  readonly #submission = new Submission(this);

  protected override languageChanged(): void {
    void this.#question.reload();
  }

  override render() {
    const { busy, done, refusal } = this.#submission;
    const question = this.#question.value;
    return html`<modal-dialog heading=${t('consent.give.title')} ?busy=${busy} data-test="give-dialog">
      <div class="stack">
        ${this.#question.draw(asked => (asked ? this.#text(asked) : html`<p>${t('consent.give.absent')}</p>`), 5)}
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      </div>
      <button slot="actions" data-test="cancel" ?disabled=${busy} @click=${() => this.send('closed')}>${t('cancel')}</button>
      ${question
        ? html`<button slot="actions" data-test="refuse" ?disabled=${busy || done} @click=${() => this.#decide(question, refuseConsent)}>
              ${t('consent.give.refuse')}
            </button>
            <button slot="actions" class="primary" data-test="confirm" ?disabled=${busy || done} @click=${() => this.#decide(question, giveConsent)}>
            ${t('consent.give.confirm')}
          </button>`
        : nothing}
    </modal-dialog>`;
  }

  #text({ text, notice }: NonNullable<Question>) {
    return html`
      <blockquote lang=${text.language} data-test="consent-text">${text.body}</blockquote>
      ${text.separate ? html`<p class="small">${t('consent.give.separate')}</p>` : nothing}
      <dl class="pairs small">
        <div><dt>${t('consent.recipient')}</dt><dd>${this.offer.recipient?.name ?? t('consent.recipient.own')}</dd></div>
        <div><dt>${t('consent.categories')}</dt><dd class="chips">${categoriesOf(this.offer).map(code => html`<span class="chip">${categoryName(code)}</span>`)}</dd></div>
      </dl>
      <div>
        <p class="tiny soft" id="notice">${t('consent.give.notice', { title: notice.title, version: notice.version })}</p>
        <notice-text class="notice" tabindex="0" role="region" aria-labelledby="notice" lang=${notice.language} .body=${notice.body}></notice-text>
      </div>
      <p class="tiny soft">${t('consent.give.digest')}<br /><span class="mono" data-test="digest">${text.sha256}</span></p>`;
  }

  #decide({ text, notice }: NonNullable<Question>, decide: typeof giveConsent) {
    const { recipient } = this.offer;
    void this.#submission.run(async act => {
      await recordNoticeShown(this.customerId, notice, act);
      const record = await decide(this.customerId, text, notice, categoriesOf(this.offer), recipient?.id ?? null, act);
      this.send('decided', record);
    });
  }
}
