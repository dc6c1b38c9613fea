import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { language } from '../i18n/language';
import { verifier, worst, type Finding } from './verify';

/** Every check of one receipt as a line: holds, fails with its reason, or still open. */
@customElement('receipt-checks')
export class ReceiptChecks extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      .box { display: grid; gap: var(--space-3); padding: var(--space-4); border-radius: var(--radius-m); background: var(--sunken); }
      .verdict { font-weight: 600; }
      li { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); gap: var(--space-2); font-size: var(--text-s); }
      li small { display: block; color: var(--ink-soft); overflow-wrap: anywhere; }
      .holds { color: var(--good); }
      .fails { color: var(--bad); }
      .open { color: var(--warn); }
    `,
  ];

  @property({ attribute: false }) findings: Finding[] = [];
  @state() say: ((key: string, language: 'zh-CN' | 'en') => string) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void verifier().then(({ say }) => (this.say = say));
  }

  override render() {
    const { say } = this;
    if (!say) return nothing;
    const words = (key: string): string => say(key, language());
    const verdict = worst(this.findings);
    return html`<div class="box" role="status" data-test="receipt-checks" data-state=${verdict}>
      <p class="verdict ${verdict}">${words(`verdict.${verdict}`)}</p>
      <ol class="stack">
        ${this.findings.map(({ check, state: outcome, fault, detail }) => {
          const reason = fault ?? (outcome === 'open' ? detail : undefined);
          return html`<li data-check=${check} data-state=${outcome}>
            <span class=${outcome}>${outcome === 'holds' ? icons.check : outcome === 'fails' ? icons.cross : icons.warning}</span>
            <div>
              ${words(`state.${outcome}`)} · ${words(check)}${reason ? html` — ${words(reason)}` : nothing}
              ${outcome === 'open' ? nothing : html`<small class="mono">${fault ? `${fault} ` : ''}${detail}</small>`}
            </div>
          </li>`;
        })}
      </ol>
    </div>`;
  }
}
