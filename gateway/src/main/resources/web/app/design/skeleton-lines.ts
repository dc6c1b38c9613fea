import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/text';
import { base } from './styles';

/** Grey lines in the shape of what is coming. */
@customElement('skeleton-lines')
export class SkeletonLines extends LitElement {
  static override styles = [
    base,
    css`
      .lines { display: grid; gap: var(--space-3); padding: var(--space-4) 0; }
      .lines span { height: 1.1rem; border-radius: var(--radius-s); background: var(--sunken); animation: breathe 1.6s ease-in-out infinite; }
      .lines span:nth-child(3n) { width: 62%; }
      .lines span:nth-child(3n + 1) { width: 88%; }
      @keyframes breathe { 50% { opacity: 0.45; } }
      @media (prefers-reduced-motion: reduce) { .lines span { animation: none; } }
    `,
  ];

  @property({ type: Number }) lines = 3;

  override render() {
    return html`<div role="status">
      <span class="visually-hidden">${t('loading')}</span>
      <div class="lines" aria-hidden="true">${Array.from({ length: this.lines }, () => html`<span></span>`)}</div>
    </div>`;
  }
}
