import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import './act-button';
import './due-clock';
import { confirmErasure, listComplaintCases, listErasures, listRequestCases, type ComplaintCase, type RequestCase } from './operations';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName } from './text';

/** Complaints with their 72 hours, and rights requests with theirs. */
@customElement('case-queue-page')
export class CaseQueuePage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  @property({ attribute: false }) roles: readonly string[] = [];
  readonly #complaints = new Loadable(this, listComplaintCases);
  readonly #requests = new Loadable(this, listRequestCases);
  readonly #erasures = new Loadable(this, () => (this.roles.includes('compliance-officer') ? listErasures() : Promise.resolve([])));

  override render() {
    return html`<h1>${c('cases')}</h1>
      <p class="lead">${c('cases.lead')}</p>
      ${queueSection(c('cases.complaints'), this.#complaints, one => this.#complaint(one), one => one.state !== 'CLOSED')}
      ${queueSection(c('cases.requests'), this.#requests, one => this.#request(one), one => one.state !== 'ANSWERED' && one.state !== 'REFUSED')}`;
  }

  #complaint(one: ComplaintCase) {
    return html`<article class="card item" data-test="complaint-item">
      <div class="top"><h3 class="number">${one.number}</h3><span class="chip ${one.state === 'RECEIVED' ? 'warn' : 'brand'}">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('requested'), momentOf(one.receivedAt))}
        ${fact(c('cases.handler'), one.handler ? c('approvals.by', { number: one.handler }) : c('cases.unassigned'))}
      </dl>
      <due-clock .label=${c('cases.late')} .startedAt=${one.receivedAt} .dueAt=${one.firstResponseDueAt} .metAt=${one.firstResponseAt}></due-clock>
      ${one.decisionDueAt ? html`<due-clock .label=${c('cases.decision')} .startedAt=${one.receivedAt} .dueAt=${one.decisionDueAt}></due-clock>` : nothing}
    </article>`;
  }

  #request(one: RequestCase) {
    const prepared = (this.#erasures.value ?? []).some(answer => answer.id === one.id && answer.erasure.length > 0);
    return html`<article class="card item" data-test="request-item">
      <div class="top"><h3>${t(`request.${one.type}` as MessageKey)}</h3><span class="chip brand">${stateName(one.state)}</span></div>
      <due-clock .startedAt=${one.receivedAt} .dueAt=${one.dueAt}></due-clock>
      ${prepared
        ? html`<div class="acts"><act-button .label=${c('cases.erasure')} .act=${() => confirmErasure(one.id)} @acted=${() => this.#requests.reload()}></act-button>
            <span class="tiny soft">${c('cases.erasure.note')}</span></div>`
        : nothing}
    </article>`;
  }
}
