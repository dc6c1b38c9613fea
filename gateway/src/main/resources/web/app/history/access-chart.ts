import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { t } from '../i18n/text';
import { total, type Tally } from './tally';

const ROW = 26;
const WIDTH = 320;

/** Horizontal bars of permitted and refused, with the same figures as a table for those who do not see the picture. */
@customElement('access-chart')
export class AccessChart extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      h3 { font-size: var(--text-s); color: var(--ink-soft); }
      .rows { display: grid; gap: var(--space-2); margin-top: var(--space-3); }
      .row { display: grid; grid-template-columns: minmax(4rem, 35%) minmax(3rem, 1fr) 2rem; gap: var(--space-3); align-items: center; font-size: var(--text-s); }
      .row span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .row span:last-child { text-align: right; }
      .row svg { width: 100%; height: 14px; }
      .permitted { fill: var(--chart-permitted); }
      .refused { fill: var(--chart-refused); }
      table { width: 100%; border-collapse: collapse; font-size: var(--text-s); }
      th, td { padding: var(--space-1) var(--space-2); border-bottom: 1px solid var(--line); text-align: right; }
      th:first-child { text-align: left; font-weight: 500; }
      details { margin-top: var(--space-2); }
      summary { font-size: var(--text-xs); color: var(--ink-soft); }
    `,
  ];

  @property() heading = '';
  @property() column = '';
  @property({ attribute: false }) tallies: readonly Tally[] = [];

  override render() {
    const most = Math.max(1, ...this.tallies.map(total));
    const parts = this.tallies.map(({ label, permitted, refused }) => t('history.chart.part', { label, permitted, refused }));
    return html`<figure>
      <h3>${this.heading}</h3>
      <div class="rows" role="img" aria-label=${t('history.chart.summary', { parts: parts.join('; ') })}>
        ${this.tallies.map(row => this.#bar(row, most))}
      </div>
      <details>
        <summary>${t('history.chart.table')}<span class="visually-hidden"> ${this.heading}</span></summary>
        <table>
          <thead>
            <tr><th scope="col">${this.column}</th><th scope="col">${t('history.permitted')}</th><th scope="col">${t('history.refused')}</th></tr>
          </thead>
          <tbody class="number">
            ${this.tallies.map(row => html`<tr><th scope="row">${row.label}</th><td>${row.permitted}</td><td>${row.refused}</td></tr>`)}
          </tbody>
        </table>
      </details>
    </figure>`;
  }

  #bar(row: Tally, most: number) {
    const permitted = (row.permitted / most) * WIDTH;
    const refused = (row.refused / most) * WIDTH;
    return html`<div class="row">
      <span title=${row.label}>${row.label}</span>
      ${svg`<svg viewBox="0 0 ${WIDTH} ${ROW}" preserveAspectRatio="none">
        <rect class="permitted" x="0" y="0" width=${permitted} height=${ROW}></rect>
        <rect class="refused" x=${permitted} y="0" width=${refused} height=${ROW}></rect>
      </svg>`}
      <span class="number">${total(row)}</span>
    </div>`;
  }
}
