import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { language } from '../i18n/language';
import { t, type MessageKey } from '../i18n/text';
import { listKept, type KeptRecord } from './operations';

interface Alike {
  record: KeptRecord;
  number: number;
}

/** Records of one kind that end on one day by one law are told once, with their number. */
function alike(kept: readonly KeptRecord[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const record of kept) {
    const key = [record.kindEn, record.dueOn, record.state, record.articleEn].join('|');
    const known = groups.get(key);
    if (known) known.number += 1;
    else groups.set(key, { record, number: 1 });
  }
  return [...groups.values()];
}

/** What is kept of the reader, until when, and by which law. */
@customElement('kept-records')
export class KeptRecords extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      li { display: grid; gap: var(--space-1); padding: var(--space-3) 0; }
      .kind { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); align-items: center; justify-content: space-between; }
      .kind span:first-child { display: inline-block; }
      .kind span:first-child::first-letter { text-transform: uppercase; }
      li:first-child { padding-top: 0; }
      li:last-child { padding-bottom: 0; }
      li + li { border-top: 1px solid var(--line); }
    `,
  ];

  @property() customerId = '';
  readonly #kept = new Loadable<KeptRecord[]>(this, () => listKept(this.customerId));

  override render() {
    return html`<div class="card" data-test="kept">${this.#kept.draw(kept =>
      kept.length === 0 ? html`<p class="soft">${t('kept.none')}</p>` : html`<ul>${alike(kept).map(group => this.#record(group))}</ul>`,
    )}</div>`;
  }

  #record({ record: { kindZh, kindEn, dueOn, state, articleZh, articleEn }, number }: Alike) {
    const chinese = language() === 'zh-CN';
    return html`<li data-state=${state}>
      <strong class="small kind"><span>${chinese ? kindZh : kindEn}</span>${number > 1 ? html` <span class="chip number">${t('kept.number', { number })}</span>` : nothing}</strong>
      <p class="small">${dueOn ? t('kept.until', { day: dueOn }) : t('kept.open')} · ${chinese ? articleZh : articleEn}</p>
      ${state === 'KEPT' ? nothing : html`<p class="tiny soft">${t(`kept.${state}` as MessageKey)}</p>`}
    </li>`;
  }
}
