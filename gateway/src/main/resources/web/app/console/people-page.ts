import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf, momentOf } from '../i18n/format';
import './act-button';
import './due-clock';
import { approveBan, approveStaffChange, listBans, listReviews, listStaffChanges, type Ban, type RightsReview, type StaffChange } from './operations';
import { fact, queueSection } from './queue-section';
import { mayAny } from './roles';
import { queues } from './styles';
import { c, stateName } from './text';

/** Joiners, movers, leavers; bans; the review of rights. */
@customElement('people-page')
export class PeoplePage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  @property({ attribute: false }) roles: readonly string[] = [];
  readonly #changes = new Loadable(this, listStaffChanges);
  readonly #bans = new Loadable(this, () => (this.#seesBans ? listBans() : Promise.resolve([])));
  readonly #reviews = new Loadable(this, listReviews);

  override render() {
    return html`<h1>${c('people')}</h1>
      <p class="lead">${c('people.lead')}</p>
      ${queueSection(c('people.changes'), this.#changes, one => this.#change(one))}
      ${this.#seesBans ? queueSection(c('people.bans'), this.#bans, one => this.#ban(one)) : nothing}
      ${queueSection(c('people.reviews'), this.#reviews, one => this.#review(one))}`;
  }

  get #seesBans() {
    return mayAny(this.roles, ['compliance-officer', 'auditor']);
  }

  #change(one: StaffChange) {
    return html`<article class="card item" data-test="change-item">
      <div class="top"><h3>${stateName(one.kind)} · ${c('approvals.by', { number: one.employeeNo })}</h3>
        <span class="chip ${one.approvedAt ? 'good' : 'warn'}">${stateName(one.approvedAt ? 'APPROVED' : 'PROPOSED')}</span></div>
      <dl class="facts">
        ${fact(c('people.effective'), dayOf(one.effectiveOn))} ${fact(c('requested'), c('approvals.by', { number: one.proposedBy }))}
        ${one.successor ? fact(c('people.successor'), c('approvals.by', { number: one.successor })) : nothing}
      </dl>
      ${!one.approvedAt && mayAny(this.roles, ['supervisor', 'compliance-officer'])
        ? html`<div class="acts"><act-button .label=${c('act.approve')} .act=${approveStaffChange(one.id)} @acted=${() => this.#changes.reload()}></act-button></div>`
        : nothing}
    </article>`;
  }

  #ban(one: Ban) {
    return html`<article class="card item" data-test="ban-item">
      <div class="top"><h3>${one.employeeNo ? c('approvals.by', { number: one.employeeNo }) : c('people.bans')}</h3><span class="chip ${one.state === 'PROPOSED' ? 'warn' : ''}">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('people.act'), stateName(one.actCode))} ${fact(c('requested'), c('approvals.by', { number: one.proposedBy }))}
        ${one.expiresOn ? fact(c('people.expires'), dayOf(one.expiresOn)) : nothing}
      </dl>
      ${!one.approvedAt && this.roles.includes('compliance-officer')
        ? html`<div class="acts"><act-button danger .label=${c('act.approve')} .act=${approveBan(one.id)} @acted=${() => this.#bans.reload()}></act-button></div>`
        : nothing}
    </article>`;
  }

  #review(one: RightsReview) {
    return html`<article class="card item" data-test="review-item">
      <div class="top"><h3>${momentOf(one.openedAt)}</h3><span class="chip ${one.closedAt ? 'good' : 'warn'}">${stateName(one.closedAt ? 'CLOSED' : 'OPEN')}</span></div>
      <due-clock .startedAt=${one.openedAt} .dueAt=${one.dueAt} .metAt=${one.closedAt}></due-clock>
    </article>`;
  }
}
