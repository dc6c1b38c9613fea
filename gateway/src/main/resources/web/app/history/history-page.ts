import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { asRefusal, type Refusal } from '../api/refusal';
import type { AccessEvent } from '../api/types';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { monthKeyOf, monthOf, weekdayOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import './access-chart';
import './history-entry';
import { accessHistory, type History } from './operations';
import { partyOf } from './party';
import { tally, total } from './tally';

function byDay(events: readonly AccessEvent[]): [string, AccessEvent[]][] {
  const days = new Map<string, AccessEvent[]>();
  for (const event of events) {
    const day = weekdayOf(event.occurredAt);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

/** Who looked at my data: a picture, then every entry by day, newest first. */
@customElement('history-page')
export class HistoryPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      section { margin-top: var(--space-6); }
      .switch { display: inline-flex; border: 1px solid var(--line-strong); border-radius: var(--radius-m); overflow: hidden; margin-top: var(--space-5); }
      .switch button { border: 0; border-radius: 0; }
      .switch button[aria-pressed='true'] { background: var(--brand); color: var(--on-brand); }
      .charts { display: grid; gap: var(--space-5) var(--space-6); grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); margin-top: var(--space-4); }
      .legend { display: flex; flex-wrap: wrap; gap: var(--space-4); align-items: center; justify-content: space-between; }
      .legend i { display: inline-block; width: 0.75rem; height: 0.75rem; border-radius: 3px; margin-right: var(--space-2); background: var(--chart-permitted); }
      .legend i.refused { background: var(--chart-refused); }
      .legend div { display: flex; gap: var(--space-4); }
      .date { font-size: var(--text-s); color: var(--ink-soft); margin: var(--space-5) 0 var(--space-2); }
      .day { padding-block: var(--space-2); }
      .day history-entry + history-entry { border-top: 1px solid var(--line); }
      .more { display: grid; gap: var(--space-3); justify-items: center; margin-top: var(--space-5); }
    `,
  ];

  @property() customerId = '';
  /** Only what was provided to others: to whom, when, which data (R-CN-05). */
  @state() providedOnly = false;
  @state() loadingMore = false;
  @state() moreRefusal: Refusal | undefined;

  readonly #history = new Loadable<History>(this, () => accessHistory(this.customerId, null, this.providedOnly));

  override render() {
    return html`
      <h1>${t('history.title')}</h1>
      <p class="lead">${t(this.providedOnly ? 'history.provided.lead' : 'history.lead')}</p>
      <div class="switch" role="group" aria-label=${t('history.which')}>
        ${this.#which(false, 'history.which.all')}${this.#which(true, 'history.which.provided')}
      </div>
      ${this.#history.draw(history => (history.events.length === 0 ? html`<section class="card">${t(this.providedOnly ? 'history.provided.empty' : 'history.empty')}</section>` : this.#view(history)), 8)}`;
  }

  #which(provided: boolean, label: MessageKey) {
    return html`<button aria-pressed=${this.providedOnly === provided} data-test=${provided ? 'provided-only' : 'all-looks'} @click=${() => this.#show(provided)}>${t(label)}</button>`;
  }

  #show(provided: boolean) {
    if (this.providedOnly === provided) return;
    this.providedOnly = provided;
    void this.#history.reload();
  }

  #view(history: History) {
    const { events } = history;
    const months = tally(events, event => monthKeyOf(event.occurredAt)).map(month => ({ ...month, label: monthOf(`${month.label}-15T00:00:00Z`) }));
    const parties = tally(events, event => partyOf(event, this.customerId)).sort((a, b) => total(b) - total(a)).slice(0, 6);
    const days = byDay(events);
    return html`
      <section class="card" aria-labelledby="chart" data-test="chart">
        <h2 id="chart" class="visually-hidden">${t('history.chart')}</h2>
        <div class="legend tiny soft">
          <span>${t('history.chart.scope', { count: events.length })}</span>
          <div><span><i></i>${t('history.permitted')}</span><span><i class="refused"></i>${t('history.refused')}</span></div>
        </div>
        <div class="charts">
          <access-chart heading=${t('history.chart.month')} column=${t('history.month')} .tallies=${months}></access-chart>
          <access-chart heading=${t('history.chart.party')} column=${t('history.party')} .tallies=${parties}></access-chart>
        </div>
      </section>
      <section aria-label=${t('history.title')} data-test="timeline">
        ${repeat(days, ([day]) => day, ([day, dayEvents]) => html`
          <h2 class="date">${day}</h2>
          <div class="card day">
            ${repeat(dayEvents, event => event.eventId, event => html`<history-entry .event=${event} .customerId=${this.customerId} ?provided=${this.providedOnly}></history-entry>`)}
          </div>`)}
      </section>
      <div class="more">
        <p class="tiny soft" role="status">${t(history.after ? 'history.loaded' : 'history.loaded.all', { count: events.length })}</p>
        ${this.moreRefusal ? html`<failure-panel final .refusal=${this.moreRefusal}></failure-panel>` : nothing}
        ${history.after ? html`<button data-test="more" ?disabled=${this.loadingMore} @click=${() => this.#more(history)}>${t('history.more')}</button>` : nothing}
      </div>`;
  }

  async #more(history: History) {
    if (this.loadingMore) return;
    this.loadingMore = true;
    this.moreRefusal = undefined;
    try {
      const next = await accessHistory(this.customerId, history.after, this.providedOnly);
      this.#history.value = { events: [...history.events, ...next.events], after: next.after };
    } catch (thrown) {
      this.moreRefusal = asRefusal(thrown);
    } finally {
      this.loadingMore = false;
    }
  }
}
