import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base } from '../design/styles';
import { momentOf } from '../i18n/format';
import { c } from './text';
import { length, overdueBy } from './time';

/** How much of a clock has run, as a bar and in words. */
@customElement('due-clock')
export class DueClock extends PortalElement {
  static override styles = [
    base,
    css`
      :host { display: grid; gap: var(--space-1); }
      svg { width: 100%; height: 6px; border-radius: 3px; }
      .track { fill: var(--sunken); }
      .run { fill: var(--brand); }
      .soon .run { fill: var(--chart-refused); }
      .over .run { fill: var(--bad); }
      p { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 var(--space-3); }
      .late { color: var(--bad); font-weight: 600; }
    `,
  ];

  @property() startedAt = '';
  @property() dueAt = '';
  @property() metAt: string | null = null;
  @property() label = '';

  override render() {
    if (this.metAt) return html`<p class="small soft">${this.label} · ${c('incidents.clock.met', { moment: momentOf(this.metAt) })}</p>`;
    const now = Date.now();
    const start = Date.parse(this.startedAt);
    const end = Date.parse(this.dueAt);
    const run = Math.min(1, Math.max(0.01, (now - start) / Math.max(1, end - start)));
    const tone = now > end ? 'over' : run > 0.75 ? 'soon' : '';
    return html`<p class="small number ${now > end ? 'late' : ''}">
        <span>${this.label ? html`<strong>${this.label}</strong> · ` : ''}${now > end ? overdueBy(now - end) : c('left', { time: length(end - now) })}</span>
        <span class="soft tiny whole">${momentOf(this.dueAt)}</span>
      </p>
      ${svg`<svg class=${tone} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="6"></rect><rect class="run" width=${run * 100} height="6"></rect></svg>`}`;
  }
}
