import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { language } from '../i18n/language';
import { t, type MessageKey } from '../i18n/text';
import { listKept, type KeptRecord } from './operations';

/** What is kept of the reader, until when, and by which law. */
@customElement('kept-records')
export class KeptRecords extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      li { display: grid; gap: var(--space-1); padding: var(--space-3) 0; }
      li + li { border-top: 1px solid var(--line); }
    `,
  ];

  @property() customerId = '';
  readonly #kept = new Loadable<KeptRecord[]>(this, () => listKept(this.customerId));

  override render() {
    return html`<div class="card" data-test="kept">${this.#kept.draw(kept =>
      kept.length === 0 ? html`<p class="soft">${t('kept.none')}</p>` : html`<ul>${kept.map(record => this.#record(record))}</ul>`,
    )}</div>`;
  }

  #record({ kindZh, kindEn, dueOn, state, articleZh, articleEn }: KeptRecord) {
    const chinese = language() === 'zh-CN';
    return html`<li data-state=${state}>
      <strong class="small">${chinese ? kindZh : kindEn}</strong>
      <p class="small">${dueOn ? t('kept.until', { day: dueOn }) : t('kept.open')} · ${chinese ? articleZh : articleEn}</p>
      ${state === 'KEPT' ? nothing : html`<p class="tiny soft">${t(`kept.${state}` as MessageKey)}</p>`}
    </li>`;
  }
}
