import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base } from '../design/styles';
import { timeOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import '../proof/proof-state';
import { listTransferSteps, type TransferStep } from './operations';

/** What became of the reader in one transfer, step by step, each verified in this browser. */
@customElement('transfer-story')
export class TransferStory extends PortalElement {
  static override styles = [
    base,
    css`
      li { display: grid; gap: var(--space-1); padding: var(--space-2) 0; }
    `,
  ];

  @property() transferId = '';
  readonly #steps = new Loadable<TransferStep[]>(this, () => listTransferSteps(this.transferId));

  override render() {
    return this.#steps.draw(steps =>
      steps.length === 0
        ? html`<p class="small soft">${t('transfer.story.none')}</p>`
        : html`<ol>${steps.map(step => this.#step(step))}</ol>`,
    );
  }

  #step({ type, event }: TransferStep) {
    return html`<li data-test="transfer-step" data-type=${type}>
      <p class="small">${t(`transfer.step.${type}` as MessageKey)} · <time datetime=${event.occurredAt}>${timeOf(event.occurredAt)}</time></p>
      <proof-state .event=${event}></proof-state>
    </li>`;
  }
}
