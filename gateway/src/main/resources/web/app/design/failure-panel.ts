import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { asRefusal, type Refusal } from '../api/refusal';
import { wordsOf } from '../api/refusal-words';
import { signInAnew } from '../api/session';
import { say } from '../i18n/language';
import { t } from '../i18n/text';
import { icons } from './icons';
import { PortalElement } from './portal-element';
import { base, buttons } from './styles';

const STEP_UP = 'STEP_UP_REQUIRED';

/** Says in plain words what could not be had, and offers to try again. */
@customElement('failure-panel')
export class FailurePanel extends PortalElement {
  static override styles = [
    base,
    buttons,
    css`
      .panel {
        display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-4); align-items: center;
        margin-top: var(--space-2); padding: var(--space-4); border-radius: var(--radius-m); color: var(--warn); background: var(--warn-soft);
      }
      .panel p { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; color: var(--ink); }
      button { background: transparent; color: var(--warn); border-color: currentColor; }
    `,
  ];

  @property({ attribute: false }) refusal: Refusal | undefined;
  @property({ type: Boolean }) final = false;

  override render() {
    if (!this.refusal) return nothing;
    const { code, incident } = this.refusal;
    return html`<div class="panel" role="alert" data-test="failure">
      ${icons.warning}
      <p>
        ${say(wordsOf(code))}
        <span class="tiny soft">(${code}${incident ? html` · ${incident}` : nothing})</span>
      </p>
      ${code === STEP_UP
        ? html`<button data-test="sign-in-anew" @click=${this.#signInAnew}>${t('sign.in.anew')}</button>`
        : nothing}
      ${this.final
        ? nothing
        : html`<button data-test="retry" @click=${() => this.send('retry')}>${icons.refresh}${t('retry')}</button>`}
    </div>`;
  }

  async #signInAnew() {
    try {
      await signInAnew();
    } catch (thrown) {
      this.refusal = asRefusal(thrown);
    }
  }
}
