import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AccessEvent } from '../api/types';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { timeOf } from '../i18n/format';
import { t } from '../i18n/text';
import '../proof/proof-state';
import { categoriesOfFields, categoryName, fieldName } from '../purpose/data-names';
import { purposeName } from '../purpose/purpose';
import { partyOf } from './party';

/** One look at the data: when, who, what for, which fields, and its proof. */
@customElement('history-entry')
export class HistoryEntry extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      article { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); gap: 0 var(--space-3); padding: var(--space-4) 0; }
      .mark { display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 50%; color: var(--good); background: var(--good-soft); }
      .refused .mark { color: var(--bad); background: var(--bad-soft); }
      .top { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); justify-content: space-between; align-items: baseline; }
      h3 { font-size: var(--text-m); }
      .body { display: grid; gap: var(--space-2); }
      .code { white-space: nowrap; }
    `,
  ];

  @property({ attribute: false }) event!: AccessEvent;
  @property() customerId = '';
  /** In the list of what was provided, the categories stand before the fields. */
  @property({ type: Boolean }) provided = false;

  override render() {
    const { permitted, purpose, fields, occurredAt, eventId } = this.event;
    const name = purposeName(purpose);
    return html`<article class=${permitted ? '' : 'refused'} data-test="history-entry" data-event=${eventId} data-permitted=${permitted}>
      <div class="mark">${permitted ? icons.check : icons.cross}</div>
      <div class="body">
        <div class="top">
          <h3>${partyOf(this.event, this.customerId)}</h3>
          <span class="tiny soft number"><span>${permitted ? t('history.permitted') : t('history.refused')}</span> · <time datetime=${occurredAt}>${timeOf(occurredAt)}</time></span>
        </div>
        <p class="small">${name === purpose ? nothing : `${name} `}<span class="soft code">${purpose}</span></p>
        ${this.provided ? html`<p class="small" data-test="categories">${t('history.categories')}${categoriesOfFields(fields).map(categoryName).join(t('history.comma'))}</p>` : nothing}
        <p class="visually-hidden">${permitted ? t('history.fields') : t('history.fields.refused')}</p>
        <div class="chips">
          ${fields.length > 0
            ? fields.map(field => html`<span class="chip">${fieldName(field)}</span>`)
            : html`<span class="tiny soft">${t('history.fields.none')}</span>`}
        </div>
        <proof-state .event=${this.event}></proof-state>
      </div>
    </article>`;
  }
}
