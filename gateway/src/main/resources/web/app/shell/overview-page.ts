import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ConsentRecord, PrivacyNotice } from '../api/types';
import { isInForce } from '../consent/offer';
import { findCurrentNotice, listConsentRecords } from '../consent/operations';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import '../history/history-entry';
import '../incident/incident-notices';
import { accessHistory, type History } from '../history/operations';
import '../notice/notices-to-read';
import { dayOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import { purposeName } from '../purpose/purpose';

/** The state of things at a glance: what is consented to, who looked last, which notice is in force. */
@customElement('overview-page')
export class OverviewPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      .grid { display: grid; gap: var(--space-4); margin-top: var(--space-5); }
      section { display: grid; gap: var(--space-3); align-content: start; min-width: 0; }
      @media (min-width: 72rem) {
        .grid { grid-template-columns: minmax(0, 1fr) 19rem; grid-template-rows: auto auto 1fr; align-items: start; gap: var(--space-5); }
        .wide { grid-column: 1; grid-row: 1 / span 3; }
        section:not(.wide) { grid-column: 2; }
      }
      h2 { font-size: var(--text-s); font-weight: 600; color: var(--ink-soft); }
      .figure { font-size: 2.75rem; font-weight: 650; line-height: 1.1; letter-spacing: -0.02em; }
      .head { display: flex; justify-content: space-between; align-items: center; gap: var(--space-3); }
      .button { justify-self: start; margin: 0 calc(var(--space-3) * -1) calc(var(--space-3) * -1); padding-inline: var(--space-3); }
      .head .button { margin-block: calc(var(--space-3) * -1); }
      history-entry + history-entry { border-top: 1px solid var(--line); }
    `,
  ];

  @property() customerId = '';

  readonly #records = new Loadable<ConsentRecord[]>(this, () => listConsentRecords(this.customerId));
  readonly #history = new Loadable<History>(this, () => accessHistory(this.customerId));
  readonly #notice = new Loadable<PrivacyNotice | null>(this, () => findCurrentNotice());

  protected override languageChanged(): void {
    void this.#notice.reload();
  }

  override render() {
    return html`
      <h1>${t('overview.title')}</h1>
      <p class="lead">${t('overview.lead')}</p>
      <incident-notices></incident-notices>
      <notices-to-read .customerId=${this.customerId}></notices-to-read>
      <div class="grid">
        <section class="card" aria-labelledby="consents">
          <h2 id="consents">${t('overview.consents')}</h2>
          ${this.#records.draw(records => this.#consents(records), 2)}
          ${this.#go('#/consents', 'overview.consents.go')}
        </section>
        <section class="card wide" aria-labelledby="history">
          <div class="head"><h2 id="history">${t('overview.history')}</h2>${this.#go('#/history', 'overview.history.go')}</div>
          ${this.#history.draw(history => this.#latest(history), 6)}
        </section>
        <section class="card" aria-labelledby="notice">
          <h2 id="notice">${t('overview.notice')}</h2>
          ${this.#notice.draw(notice => this.#inForce(notice), 2)}
          ${this.#go('#/notices', 'overview.notice.go')}
        </section>
        <section class="card" aria-labelledby="record">
          <h2 id="record">${t('overview.record')}</h2>
          <p>${t('overview.record.text')}</p>
          ${this.#go('#/record', 'overview.record.go')}
        </section>
      </div>`;
  }

  #go(path: string, label: MessageKey) {
    return html`<a class="button plain" href=${path}>${t(label)} →</a>`;
  }

  #consents(records: ConsentRecord[]) {
    const inForce = records.filter(isInForce);
    return html`<p class="figure number" data-test="consents-in-force">${inForce.length}</p>
      ${inForce.length === 0
        ? html`<p class="small soft">${t('overview.consents.none')}</p>`
        : html`<div class="chips">${[...new Set(inForce.map(record => record.purpose))].map(code => html`<span class="chip good">${purposeName(code)}</span>`)}</div>`}`;
  }

  #inForce(notice: PrivacyNotice | null) {
    if (!notice) return html`<p class="small soft">${t('notice.none')}</p>`;
    return html`<p><strong>${notice.title}</strong></p>
      <div class="chips"><span class="chip brand">${t('notice.version', { version: notice.version })}</span>
      <span class="chip">${t('notice.from', { day: dayOf(notice.effectiveFrom) })}</span></div>`;
  }

  #latest({ events }: History) {
    if (events.length === 0) return html`<p class="soft">${t('history.empty')}</p>`;
    return html`<div>${events.slice(0, 3).map(event => html`<history-entry .event=${event} .customerId=${this.customerId}></history-entry>`)}</div>`;
  }
}
