import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import './due-clock';
import { listIncidents, type Incident } from './operations';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, clockName, stateName } from './text';

/** Incidents, each with its legal clocks and how far its notices are. */
@customElement('incidents-page')
export class IncidentsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    queues,
    css`.clocks { display: grid; gap: var(--space-3) var(--space-5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }`,
  ];

  readonly #incidents = new Loadable(this, listIncidents);

  override render() {
    return html`<h1>${c('incidents')}</h1>
      <p class="lead">${c('incidents.lead')}</p>
      ${queueSection(c('incidents'), this.#incidents, one => this.#incident(one))}`;
  }

  #incident(one: Incident) {
    const newest = one.affected.at(-1);
    return html`<article class="card item" data-test="incident-item">
      <div class="top">
        <h3>${stateName(one.sourceKind)} · ${momentOf(one.openedAt)}</h3>
        <div class="chips">${one.drill ? html`<span class="chip brand">${c('incidents.drill')}</span>` : nothing}
          <span class="chip ${one.state === 'CLOSED' ? 'good' : 'warn'}">${stateName(one.state)}</span></div>
      </div>
      <dl class="facts">
        ${fact(c('incidents.known'), momentOf(one.knownAt))}
        ${one.assessment ? fact(c('incidents.grade'), stateName(one.assessment.grade)) : nothing}
        ${newest ? fact(c('incidents.scope'), c('incidents.affected', { number: newest.persons })) : nothing}
        ${one.progress ? fact(c('incidents.notices'), c('incidents.sent', one.progress)) : nothing}
        ${one.reports.length > 0 ? fact(c('incidents.reports'), one.reports.map(report => stateName(report.kind)).join(', ')) : nothing}
      </dl>
      <div class="clocks">
        ${one.clocks.map(clock => html`<due-clock .label=${clockName(clock.code)} .startedAt=${clock.startedAt} .dueAt=${clock.dueAt} .metAt=${clock.metAt}></due-clock>`)}
      </div>
    </article>`;
  }
}
