import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { openProposal, type ProposedChange } from './operations';
import { fact } from './queue-section';
import { queues } from './styles';
import { c } from './text';

/** Both values of a correction, masked; read (and recorded) when the reader opens it. */
@customElement('proposed-change')
export class ProposedChangeDisclosure extends PortalElement {
  static override styles = [base, cards, queues];

  @property() correctionId = '';
  @state() opened = false;

  override render() {
    return html`<details data-test="proposed" @toggle=${() => (this.opened = true)}>
      <summary class="small">${c('approvals.proposal')}</summary>
      ${this.opened ? html`<opened-change .correctionId=${this.correctionId}></opened-change>` : nothing}
    </details>`;
  }
}

@customElement('opened-change')
export class OpenedChange extends PortalElement {
  static override styles = [base, cards, queues];

  @property() correctionId = '';
  readonly #change = new Loadable<ProposedChange>(this, () => openProposal(this.correctionId));

  override render() {
    return this.#change.draw(
      ({ current, proposed, evidence }) => html`<dl class="facts" data-test="opened-change">
        ${fact(c('approvals.current'), current ?? '–')} ${fact(c('approvals.proposed'), proposed ?? '–')} ${fact(c('approvals.evidence'), evidence ?? '–')}
      </dl>`,
      2,
    );
  }
}
