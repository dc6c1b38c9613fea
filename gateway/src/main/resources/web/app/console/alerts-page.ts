import { css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { forms } from '../design/form-styles';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { say } from '../i18n/language';
import './act-button';
import { decideAlert, listAlerts, type Alert, type AlertReason } from './operations';
import { queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName } from './text';

const SHORTEST = 10;

/** Unusual behaviour: points by rule as bars, and the decision with its reason. */
@customElement('alerts-page')
export class AlertsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    forms,
    queues,
    css`
      .rules { display: grid; gap: var(--space-3); }
      .rules li { display: grid; gap: var(--space-1); font-size: var(--text-s); }
      .rules svg { width: 100%; height: 8px; border-radius: 4px; }
      .rules rect { fill: var(--sunken); }
      .rules rect.points { fill: var(--chart-refused); }
    `,
  ];

  @property({ attribute: false }) roles: readonly string[] = [];
  @state() reasons: Readonly<Record<string, string>> = {};
  /** The alert whose reason was left too short. */
  @state() short = '';
  readonly #alerts = new Loadable(this, listAlerts);

  override render() {
    return html`<h1>${c('alerts')}</h1>
      <p class="lead">${c('alerts.lead')}</p>
      ${queueSection(c('alerts'), this.#alerts, one => this.#alert(one))}`;
  }

  #alert(one: Alert) {
    const open = one.state === 'OPEN';
    return html`<article class="card item" data-test="alert-item">
      <div class="top">
        <h3>${stateName(one.actorKind)} ${one.actorId}</h3>
        <div class="chips"><span class="chip bad number">${c('alerts.score', { score: Math.round(one.score) })}</span><span class="chip">${stateName(one.interception)}</span>
          <span class="chip ${open ? 'warn' : 'good'}">${stateName(one.state)}</span></div>
      </div>
      <p class="tiny soft">${momentOf(one.raisedAt)}</p>
      <ul class="rules">${one.reasons.map(rule => this.#rule(rule, one.score))}</ul>
      ${open && this.roles.includes('compliance-officer') ? this.#decision(one) : nothing}
    </article>`;
  }

  #rule(rule: AlertReason, score: number) {
    return html`<li>
      <span>${say([rule.zh, rule.en])} <span class="soft tiny number">+${Math.round(rule.points)} · ${c('alerts.measured', { measured: rounded(rule.measured), soft: rounded(rule.soft), hard: rounded(rule.hard) })}</span></span>
      ${svg`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8"></rect>
        <rect class="points" width=${Math.min(100, (rule.points / Math.max(1, score)) * 100)} height="8"></rect></svg>`}
    </li>`;
  }

  #decision(one: Alert) {
    const reason = this.reasons[one.id] ?? '';
    const ready = reason.trim().length >= SHORTEST;
    const wrong = !ready && this.short === one.id;
    return html`<div class="field">
        <label for="reason-${one.id}">${c('alerts.reason')}</label>
        <input id="reason-${one.id}" type="text" autocomplete="off" maxlength="500" aria-invalid=${wrong} aria-describedby="wrong-${one.id}"
          @input=${(event: Event) => (this.reasons = { ...this.reasons, [one.id]: (event.target as HTMLInputElement).value })}
          @change=${() => (this.short = ready ? '' : one.id)} />
        <p class=${wrong ? 'wrong' : 'tiny soft'} id="wrong-${one.id}" role="status">${ready ? nothing : c('alerts.reason.wrong')}</p>
      </div>
      ${ready
        ? html`<div class="acts" @acted=${() => this.#alerts.reload()}>
            <act-button .label=${c('alerts.lift')} .act=${() => decideAlert(one.id, 'LIFT', reason.trim())}></act-button>
            <act-button danger .label=${c('alerts.confirm')} .act=${() => decideAlert(one.id, 'CONFIRM', reason.trim())}></act-button>
          </div>`
        : nothing}`;
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
