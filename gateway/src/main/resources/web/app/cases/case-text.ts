import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { openText, type CaseText } from './operations';

/** A sealed text of a case, opened when the reader asks for it. */
@customElement('case-text')
export class CaseTextDisclosure extends PortalElement {
  static override styles = [base, cards];

  @property() textId = '';
  @property() label = '';
  @state() opened = false;

  override render() {
    return html`<details @toggle=${() => (this.opened = true)}>
      <summary class="small">${this.label}</summary>
      ${this.opened ? html`<opened-text .textId=${this.textId}></opened-text>` : nothing}
    </details>`;
  }
}

@customElement('opened-text')
export class OpenedText extends PortalElement {
  static override styles = [
    base,
    css`
      div { display: grid; gap: var(--space-2); padding: var(--space-3) var(--space-4); border-radius: var(--radius-m); background: var(--sunken); }
      .body { white-space: pre-line; overflow-wrap: anywhere; }
    `,
  ];

  @property() textId = '';
  readonly #text = new Loadable<CaseText>(this, () => openText(this.textId));

  override render() {
    return this.#text.draw(
      ({ subject, body, writtenAt }) => html`<div>
        ${subject ? html`<strong>${subject}</strong>` : nothing}
        <p class="body">${body}</p>
        <p class="tiny soft">${momentOf(writtenAt)}</p>
      </div>`,
    );
  }
}
