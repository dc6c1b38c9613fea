import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Act } from '../api/act';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { say } from '../i18n/language';
import { decideAlert, listAlerts, type Alert, type AlertReason } from './operations';
import { queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName, type ConsoleKey } from './text';
import './written-act';
import type { Blank } from './written-act';

const REASON: Blank = { name: 'reason', label: '', kind: 'line', pattern: /^.{10,500}$/, wrong: 'alerts.reason.wrong' };

/** Unusual behaviour: points by rule as bars, and the decision with its reason. */
@customElement('alerts-page')
export class AlertsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
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

  /** Two verdicts, each with the reason it needs (R-AU-05). */
  #decision(one: Alert) {
    const verdict = (label: ConsoleKey, decided: 'LIFT' | 'CONFIRM') =>
      html`<written-act .label=${c(label)} .blanks=${[{ ...REASON, label: c('alerts.reason') }]}
        .act=${(said: Record<string, string>, act: Act) => decideAlert(one.id, decided, said['reason'] ?? '', act)}></written-act>`;
    return html`<div class="acts" @acted=${() => this.#alerts.reload()}>${verdict('alerts.lift', 'LIFT')} ${verdict('alerts.confirm', 'CONFIRM')}</div>`;
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
