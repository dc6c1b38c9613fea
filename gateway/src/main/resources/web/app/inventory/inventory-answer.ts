import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../design/failure-panel';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import { confirmItem, refuseItem } from './operations';

/** The customer's own answer to an item: right as it is, or no answer. Emits `answered`. */
@customElement('inventory-answer')
export class InventoryAnswer extends PortalElement {
  static override styles = [base, buttons, css`div { display: flex; flex-wrap: wrap; gap: var(--space-3); }`];

  @property() itemId = '';

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    return html`${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      <div>
        <button class="primary" data-test="inventory-confirm" ?disabled=${busy || done} @click=${() => this.#answer(confirmItem)}>${t('inventory.confirm')}</button>
        <button data-test="inventory-refuse" ?disabled=${busy || done} @click=${() => this.#answer(refuseItem)}>${t('inventory.refuse')}</button>
      </div>`;
  }

  #answer(answer: typeof confirmItem) {
    void this.#submission.run(async act => {
      await answer(this.itemId, act);
      this.send('answered');
    });
  }
}
