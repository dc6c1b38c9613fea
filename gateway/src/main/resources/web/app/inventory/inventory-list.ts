import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../design/failure-panel';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import { fieldName } from '../purpose/data-names';
import './inventory-answer';
import { takeToken } from './link';
import { listItems, openLink, type InventoryItem } from './operations';

/** What insurers' campaigns ask the customer to check (R-RC-02). Emits `correct` with a field's name. */
@customElement('inventory-list')
export class InventoryList extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      article { display: grid; gap: var(--space-3); margin-top: var(--space-4); }
      li { display: flex; flex-wrap: wrap; gap: var(--space-2); justify-content: space-between; align-items: center; }
      h2 { font-size: var(--text-l); }
    `,
  ];

  @state() linkFailed = false;

  readonly #items = new Loadable<InventoryItem[]>(this, async () => {
    const token = takeToken();
    if (token) await openLink(token).catch(() => (this.linkFailed = true));
    return listItems();
  });

  /** After a correction: what is left. */
  reload(): void {
    void this.#items.reload();
  }

  override render() {
    const items = this.#items.value ?? [];
    return html`${this.linkFailed ? html`<p class="small soft" role="status" data-test="link-used">${t('inventory.link.used')}</p>` : nothing}
      ${items.length === 0
        ? nothing
        : html`<section aria-labelledby="inventory" data-test="inventory">
            <h2 id="inventory">${t('inventory.title')}</h2>
            <p class="lead">${t('inventory.lead')}</p>
            ${repeat(items, item => item.id, item => this.#item(item))}
          </section>`}`;
  }

  #item(item: InventoryItem) {
    const open = item.defects.filter(defect => item.openFields.includes(defect.field));
    return html`<article class="card" data-test="inventory-item">
      <ul>
        ${open.map(
          ({ field, kind }) => html`<li>
            <span><strong>${fieldName(field)}</strong> <span class="soft small">${t(`inventory.${kind}`)}</span></span>
            <button class="plain" data-test="inventory-correct-${field}" @click=${() => this.send('correct', field)}>${t('inventory.correct')}</button>
          </li>`,
        )}
      </ul>
      <inventory-answer .itemId=${item.id} @answered=${() => this.#items.reload()}></inventory-answer>
    </article>`;
  }
}
