import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Deed } from '../api/act';
import '../design/failure-panel';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import { c } from './text';

/** One decision: asked for, confirmed in place, done once. Emits `acted`; a refusal is told beside it and can be tried again. */
@customElement('act-button')
export class ActButton extends PortalElement {
  static override styles = [base, buttons, cards, css`:host { display: inline-block; } .sure { display: flex; flex-wrap: wrap; gap: var(--space-2); }`];

  @property() label = '';
  @property({ type: Boolean }) danger = false;
  @property({ attribute: false }) act: Deed = () => Promise.resolve();
  @state() asked = false;

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    if (done) return html`<span class="chip good" role="status">${c('act.done')}</span>`;
    return html`${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      ${this.asked
        ? html`<span class="sure">
            <button class=${this.danger ? 'danger' : 'primary'} data-test="sure" ?disabled=${busy} @click=${this.#run}>${c('act.sure', { act: this.label })}</button>
            <button class="plain" ?disabled=${busy} @click=${() => (this.asked = false)}>${t('cancel')}</button>
          </span>`
        : html`<button class=${this.danger ? 'danger' : ''} data-test="act" @click=${this.#ask}>${this.label}</button>`}`;
  }

  #ask() {
    this.asked = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-test=sure]')?.focus());
  }

  #run() {
    void this.#submission.run(async act => {
      await this.act(act);
      this.send('acted');
    });
  }
}
