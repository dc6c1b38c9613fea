import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import './due-plot';
import { queues } from './styles';
import { c, type ConsoleKey } from './text';
import { workload, type Due } from './workload';

type Loads = Awaited<ReturnType<typeof workload>>;
const DAY = 86_400_000;

/** Open items and running clocks at a glance: looked at rather than read. */
@customElement('dashboard-page')
export class DashboardPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    queues,
    css`
      .figures { display: grid; gap: var(--space-4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); margin-top: var(--space-5); }
      .figures .card { display: grid; align-content: start; gap: var(--space-1); padding: var(--space-4); }
      .figure { font-size: 2.5rem; font-weight: 650; line-height: 1.1; letter-spacing: -0.02em; }
      .bad .figure { color: var(--bad); }
      .warn .figure { color: var(--warn); }
      .grid { display: grid; gap: var(--space-5); margin-top: var(--space-5); }
      .grid section { margin: 0; min-width: 0; align-content: start; }
      @media (min-width: 72rem) { .grid { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
      .bars { display: grid; gap: var(--space-1); margin-top: var(--space-3); }
      .bars a { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: center; min-height: var(--target);
        padding: 0 var(--space-2); border-radius: var(--radius-m); color: var(--ink); text-decoration: none; font-size: var(--text-s); }
      .bars a:hover { background: var(--brand-soft); }
      .bars span:first-child { flex: 0 1 6.5rem; }
      .bars svg, .bars .tiny { flex: 1 1 2rem; }
      .bars svg { width: auto; min-width: 0; height: 14px; border-radius: 4px; }
      .bars rect { fill: var(--sunken); }
      .bars rect.open { fill: var(--chart-permitted); }
      .bars span:last-child { flex: 0 0 2rem; text-align: right; font-weight: 600; }
    `,
  ];

  @property({ attribute: false }) roles: readonly string[] = [];
  readonly #loads = new Loadable<Loads>(this, () => workload(this.roles));

  override render() {
    return html`<h1>${c('dashboard')}</h1>
      <p class="lead">${c('dashboard.lead')}</p>
      ${this.#loads.draw(loads => this.#shown(loads), 8)}`;
  }

  #shown(loads: Loads) {
    const clocks = loads.flatMap(load => (load.open === null ? [] : load.clocks));
    const open = loads.reduce((sum, load) => sum + (load.open ?? 0), 0);
    const now = Date.now();
    const away = (due: Due) => Date.parse(due.dueAt) - now;
    const over = clocks.filter(due => away(due) < 0).length;
    const soon = clocks.filter(due => away(due) >= 0 && away(due) < DAY).length;
    return html`
      <div class="figures">
        ${this.#figure('dashboard.open', open, '')} ${this.#figure('dashboard.overdue', over, over > 0 ? 'bad' : '')}
        ${this.#figure('dashboard.soon', soon, soon > 0 ? 'warn' : '')} ${this.#figure('dashboard.running', clocks.length, '')}
      </div>
      <div class="grid">
        <section class="card" aria-labelledby="open"><h2 id="open">${c('dashboard.open')}</h2>${this.#bars(loads)}</section>
        <section class="card stack" aria-labelledby="clocks"><h2 id="clocks">${c('dashboard.clocks')}</h2>
          ${clocks.length === 0 ? html`<p class="soft">${c('dashboard.clocks.none')}</p>` : html`<due-plot .clocks=${clocks}></due-plot>`}</section>
      </div>`;
  }

  #figure(label: ConsoleKey, value: number, tone: string) {
    return html`<div class="card ${tone}" data-test=${label}><span class="figure number">${value}</span><span class="small soft">${c(label)}</span></div>`;
  }

  #bars(loads: Loads) {
    if (loads.length === 0) return html`<p class="soft">${c('dashboard.open.none')}</p>`;
    const most = Math.max(1, ...loads.map(load => load.open ?? 0));
    return html`<div class="bars">
      ${loads.map(
        load => html`<a href=${load.path}>
          <span>${c(load.page)}</span>
          ${load.open === null
            ? html`<span class="tiny soft">${c('dashboard.unreachable')}</span><span>–</span>`
            : html`${svg`<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="14"></rect>
                <rect class="open" width=${(load.open / most) * 100} height="14"></rect></svg>`}<span class="number">${load.open}</span>`}
        </a>`,
      )}
    </div>`;
  }
}
