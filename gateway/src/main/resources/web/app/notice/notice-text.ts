import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles';
import { drawText } from './plain-text';

/** The body of a notice, typeset. */
@customElement('notice-text')
export class NoticeText extends LitElement {
  static override styles = [
    base,
    css`
      .text { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75em; line-height: 1.75; overflow-wrap: anywhere; }
      h2 { font-size: 1.15em; margin-top: 0.9em; }
      h3 { font-size: 1em; margin-top: 0.5em; }
      p { white-space: pre-line; }
      ul { padding-left: 1.25em; list-style: disc; display: grid; gap: 0.25em; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-size: 0.94em; min-width: 100%; }
      th, td { padding: var(--space-2) var(--space-3); border: 1px solid var(--line); text-align: left; vertical-align: top; }
      th { background: var(--sunken); }
    `,
  ];

  @property() body = '';

  /** The heading that stands above: a body that begins with it does not say it again. */
  @property() under = '';

  override render() {
    const begins = this.under !== '' && this.body.replace(/^[#\s]+/, '').startsWith(`${this.under}\n`);
    return html`<div class="text">${drawText(begins ? this.body.slice(this.body.indexOf(this.under) + this.under.length) : this.body)}</div>`;
  }
}
