import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { language } from '../i18n/language';
import { t, type MessageKey } from '../i18n/text';
import type { ErasureRecord } from './operations';

/** The whole answer to a deletion, record by record, in the reader's language. */
@customElement('erasure-answer')
export class ErasureAnswer extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      ul { display: grid; gap: var(--space-2); margin-top: var(--space-2); }
      li { display: grid; gap: var(--space-1); padding: var(--space-3); border-radius: var(--radius-m); background: var(--sunken); }
      .chip { justify-self: start; }
    `,
  ];

  @property({ attribute: false }) records: ErasureRecord[] = [];

  override render() {
    return html`<h4 class="small">${t('erasure.title')}</h4>
      <ul data-test="erasure">${this.records.map(
        ({ decision, textZh, textEn }) => html`<li data-decision=${decision}>
          <span class="chip">${t(`erasure.${decision}` as MessageKey)}</span>
          <p class="small">${language() === 'zh-CN' ? textZh : textEn}</p>
        </li>`,
      )}</ul>`;
  }
}
