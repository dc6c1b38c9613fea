import { css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base } from '../design/styles';
import { momentOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';

const MINUTE = 60_000;

/** A legal clock: how much of its time has run, in words and as a bar. Ticks once a minute. */
@customElement('case-clock')
export class CaseClock extends PortalElement {
  static override styles = [
    base,
    css`
      :host { display: grid; gap: var(--space-1); }
      svg { width: 100%; height: 8px; border-radius: 4px; }
      .track { fill: var(--sunken); }
      .run { fill: var(--brand); }
      .over .run { fill: var(--bad); }
      .late { color: var(--bad); font-weight: 600; }
    `,
  ];

  @property() startedAt = '';
  @property() dueAt = '';
  @property({ type: Boolean }) running = true;
  @property() label: MessageKey = 'cases.clock.left';
  @state() now = Date.now();

  #tick = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = window.setInterval(() => (this.now = Date.now()), MINUTE);
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.#tick);
    super.disconnectedCallback();
  }

  override render() {
    const due = t('cases.due', { moment: momentOf(this.dueAt) });
    if (!this.running) return html`<p class="tiny soft">${t('cases.clock.stopped')} · ${due}</p>`;
    const start = Date.parse(this.startedAt);
    const end = Date.parse(this.dueAt);
    const run = Math.min(1, Math.max(0, (this.now - start) / (end - start)));
    const over = this.now > end;
    return html`
      ${svg`<svg class=${over ? 'over' : ''} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="8"></rect><rect class="run" width=${run * 100} height="8"></rect>
      </svg>`}
      <p class="small number ${over ? 'late' : ''}" data-test="clock">
        ${t(over ? 'cases.clock.over' : this.label, { time: inWords(Math.abs(end - this.now)) })}
      </p>
      <p class="tiny soft">${due}</p>`;
  }
}

function inWords(length: number): string {
  const minutes = Math.floor(length / MINUTE);
  const hours = Math.floor(minutes / 60);
  return hours >= 72
    ? t('cases.time.days', { days: Math.floor(hours / 24), hours: hours % 24 })
    : t('cases.time.hours', { hours, minutes: minutes % 60 });
}
