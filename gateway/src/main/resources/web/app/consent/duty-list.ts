import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, cards, pairs } from '../design/styles';
import { t } from '../i18n/text';
import { basisName, inWords, type Purpose } from '../purpose/purpose';

/** Purposes by contract or law, each with its basis and why there is nothing to withdraw. */
@customElement('duty-list')
export class DutyList extends PortalElement {
  static override styles = [
    base,
    cards,
    pairs,
    css`
      .card { padding: 0; margin-top: var(--space-4); }
      details { padding: var(--space-1) var(--space-5); }
      details + details { border-top: 1px solid var(--line); }
      summary span { flex: 1; }
      summary svg { color: var(--ink-soft); }
      .pairs { padding: 0 0 var(--space-4) 1.75rem; }
    `,
  ];

  @property({ attribute: false }) purposes: readonly Purpose[] = [];

  override render() {
    return html`<div class="card" data-test="duties">
      ${this.purposes.map(
        purpose => html`<details data-test="duty-${purpose.code}">
          <summary><span>${inWords(purpose.name)}</span>${icons.lock}</summary>
          <dl class="pairs small">
            <div><dt>${purpose.code}</dt><dd>${inWords(purpose.words)}</dd></div>
            <div><dt>${t('consent.basis')}</dt><dd>${basisName(purpose.legalBasis)}<br /><span class="soft">${purpose.article}</span></dd></div>
            <div><dt>${t('consent.why')}</dt><dd>${inWords(purpose.withdrawalEffect)}</dd></div>
          </dl>
        </details>`,
      )}
    </div>`;
  }
}
