import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/text';
import { icons } from './icons';
import { PortalElement } from './portal-element';
import { base, buttons } from './styles';

/**
 * A question over the page: a sheet at the thumb on a phone, a window on a desk. Native dialog: focus stays inside, Escape
 * closes, focus returns to the button that opened it. Emits `closed`. While `busy` it cannot be dismissed.
 */
@customElement('modal-dialog')
export class ModalDialog extends PortalElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: 100%; max-width: 40rem; max-height: min(92dvh, 56rem); padding: 0; border: 0; overflow: hidden;
        margin: auto auto 0; border-radius: var(--radius-l) var(--radius-l) 0 0;
        color: var(--ink); background: var(--surface); box-shadow: var(--shadow-high);
      }
      dialog[open] { display: flex; flex-direction: column; animation: rise var(--quick); }
      dialog::backdrop { background: var(--scrim); }
      @keyframes rise { from { transform: translateY(1rem); opacity: 0; } }
      header { display: flex; align-items: center; justify-content: space-between; gap: var(--space-3);
        padding: var(--space-4) var(--space-3) var(--space-3) var(--space-5); border-bottom: 1px solid var(--line); }
      .body { padding: var(--space-5); overflow-y: auto; flex: 1 1 auto; }
      footer { display: flex; flex-wrap: wrap-reverse; gap: var(--space-3); justify-content: flex-end; padding: var(--space-4) var(--space-5);
        padding-bottom: max(var(--space-4), env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
      ::slotted(button) { flex: 1 1 auto; }
      @media (min-width: 44rem) {
        dialog { margin: auto; border-radius: var(--radius-l); }
        ::slotted(button) { flex: none; }
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) busy = false;

  #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override firstUpdated(): void {
    this.#dialog()?.showModal();
  }

  override disconnectedCallback(): void {
    this.#dialog()?.close();
    super.disconnectedCallback();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.#cancel} @close=${() => this.send('closed')}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="plain" aria-label=${t('close')} ?disabled=${this.busy} @click=${() => this.#dialog()?.close()}>${icons.cross}</button>
      </header>
      <div class="body" tabindex="0" role="group" aria-labelledby="heading"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }

  #cancel(event: Event): void {
    if (this.busy) event.preventDefault();
  }
}
