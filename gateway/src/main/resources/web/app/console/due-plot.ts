import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { c } from './text';
import type { Due } from './workload';

const DAY = 86_400_000;
const SPAN = 7 * DAY;
const WIDTH = 480;
const HEIGHT = 190;
const LEVELS = 6;

/** Every clock as a dot on a line from a week ago to a week ahead; what is left of now is overdue. */
@customElement('due-plot')
export class DuePlot extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      svg { width: 100%; height: auto; display: block; }
      .axis { stroke: var(--line-strong); stroke-width: 1; }
      .now { stroke: var(--brand); stroke-width: 2; stroke-dasharray: 4 4; }
      .late { fill: var(--bad-soft); }
      circle { fill: var(--chart-permitted); }
      circle.over { fill: var(--bad); }
      circle.soon { fill: var(--chart-refused); }
      .scale { display: flex; justify-content: space-between; }
      table { width: 100%; border-collapse: collapse; font-size: var(--text-s); }
      th, td { padding: var(--space-1) var(--space-2); border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
    `,
  ];

  @property({ attribute: false }) clocks: readonly Due[] = [];

  override render() {
    const now = Date.now();
    const sorted = [...this.clocks].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
    return html`<figure>
      ${svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${c('dashboard.clocks')}>
        <rect class="late" x="0" y="0" width=${WIDTH / 2} height=${HEIGHT - 2} rx="8"></rect>
        <line class="axis" x1="0" x2=${WIDTH} y1=${HEIGHT - 2} y2=${HEIGHT - 2}></line>
        <line class="now" x1=${WIDTH / 2} x2=${WIDTH / 2} y1="0" y2=${HEIGHT - 2}></line>
        ${sorted.map((clock, index) => this.#dot(clock, index, now))}
      </svg>`}
      <p class="scale tiny soft" aria-hidden="true"><span>${c('dashboard.axis.past')}</span><span>${c('dashboard.axis.now')}</span><span>${c('dashboard.axis.future')}</span></p>
      <details>
        <summary class="tiny soft">${c('dashboard.table')}<span class="visually-hidden"> ${c('dashboard.clocks')}</span></summary>
        <table>
          <thead><tr><th scope="col">${c('dashboard.queue')}</th><th scope="col">${c('dashboard.clock')}</th><th scope="col">${c('dashboard.due')}</th></tr></thead>
          <tbody>${sorted.slice(0, 40).map(clock => html`<tr><td>${c(clock.page)}</td><td>${clock.label || '–'}</td><td class="number">${momentOf(clock.dueAt)}</td></tr>`)}</tbody>
        </table>
      </details>
    </figure>`;
  }

  #dot(clock: Due, index: number, now: number) {
    const away = Date.parse(clock.dueAt) - now;
    const place = Math.min(1, Math.max(-1, away / SPAN));
    const tone = away < 0 ? 'over' : away < DAY ? 'soon' : '';
    const x = WIDTH / 2 + place * (WIDTH / 2 - 10);
    const y = 18 + (index % LEVELS) * ((HEIGHT - 40) / (LEVELS - 1));
    return svg`<circle class=${tone} cx=${x} cy=${y} r="7"></circle>`;
  }
}
