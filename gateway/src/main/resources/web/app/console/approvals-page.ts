import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Deed } from '../api/act';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { fieldName } from '../purpose/data-names';
import { purposeName } from '../purpose/purpose';
import './act-button';
import './backup-requests';
import './due-clock';
import * as queue from './operations';
import './proposed-change';
import { fact, queueSection } from './queue-section';
import { mayAny } from './roles';
import { queues } from './styles';
import { c, people, stateName } from './text';

const DECIDES = ['supervisor', 'compliance-officer'] as const;
const WATCHES = [...DECIDES, 'auditor'] as const;
const KEEPS_BACKUPS = ['operator', 'compliance-officer'] as const;
const SEES_BACKUPS = [...KEEPS_BACKUPS, 'auditor'] as const;
const ASKS = ['client-manager', ...DECIDES] as const;

/** What another person asked for: access, exports, holds, backups; and what became of one's own requests. */
@customElement('approvals-page')
export class ApprovalsPage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  @property({ attribute: false }) roles: readonly string[] = [];

  readonly #access = new Loadable(this, () => this.#if(DECIDES, queue.listAccessQueue));
  readonly #exports = new Loadable(this, () => this.#if(DECIDES, queue.listExportQueue));
  readonly #unmasks = new Loadable(this, () => this.#if(DECIDES, queue.listUnmaskQueue));
  readonly #corrections = new Loadable(this, () => this.#if(DECIDES, queue.listCorrectionQueue));
  readonly #holds = new Loadable(this, () => this.#if(WATCHES, queue.listHolds));
  readonly #ownAccess = new Loadable(this, () => this.#if(ASKS, queue.listOwnAccess));
  readonly #ownExports = new Loadable(this, () => this.#if(ASKS, queue.listOwnExports));

  override render() {
    return html`
      <h1>${c('approvals')}</h1>
      <p class="lead">${c('approvals.lead')}</p>
      ${mayAny(this.roles, DECIDES)
        ? html`${queueSection(c('approvals.access'), this.#access, one => this.#accessItem(one, true))}
            ${queueSection(c('approvals.unmasks'), this.#unmasks, one => this.#unmaskItem(one))}
            ${queueSection(c('approvals.corrections'), this.#corrections, one => this.#correctionItem(one))}
            ${queueSection(c('approvals.exports'), this.#exports, one => this.#exportItem(one, true))}`
        : nothing}
      ${mayAny(this.roles, WATCHES)
        ? queueSection(c('approvals.holds'), this.#holds, one => this.#hold(one), one => one.state === 'PLACED' || one.state === 'RELEASE_PROPOSED')
        : nothing}
      ${mayAny(this.roles, SEES_BACKUPS) ? html`<backup-requests ?decides=${mayAny(this.roles, KEEPS_BACKUPS)}></backup-requests>` : nothing}
      ${mayAny(this.roles, ASKS)
        ? html`${queueSection(`${c('approvals.own')} · ${c('approvals.access')}`, this.#ownAccess, one => this.#accessItem(one, false))}
            ${queueSection(`${c('approvals.own')} · ${c('approvals.exports')}`, this.#ownExports, one => this.#exportItem(one, false))}`
        : nothing}`;
  }

  #if<T>(allowed: Parameters<typeof mayAny>[1], load: () => Promise<T[]>): Promise<T[]> {
    return mayAny(this.roles, allowed) ? load() : Promise.resolve([]);
  }

  #accessItem(one: queue.AccessRequest, decide: boolean) {
    const review = one.kind === 'BREAK_GLASS' && decide;
    return html`<article class="card item" data-test="access-item" data-request=${one.id}>
      <div class="top">
        <h3>${one.kind === 'BREAK_GLASS' ? c('approvals.breakGlass') : c('approvals.accessTo')} · ${people(one.customerIds.length)}</h3>
        <span class="chip ${one.state === 'REQUESTED' || review ? 'warn' : ''}">${stateName(one.state)}</span>
      </div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.requestedBy })} · ${momentOf(one.requestedAt)}`)}
        ${fact(c('approvals.for'), `${purposeName(one.purpose)} ${one.purpose}`)}
        ${fact(c('approvals.fields'), one.fields.map(fieldName).join(', '))}
        ${one.reason ? fact(c('approvals.reason'), one.reason) : nothing}
      </dl>
      ${one.state === 'REQUESTED' || review
        ? html`<due-clock .startedAt=${one.requestedAt} .dueAt=${review ? (one.reviewDueAt ?? one.decideBy) : one.decideBy}></due-clock>`
        : nothing}
      ${decide ? (review ? this.#review(one.id) : this.#decide(queue.approveAccess(one.id), queue.rejectAccess(one.id), this.#access)) : nothing}
    </article>`;
  }

  #unmaskItem(one: queue.WaitingUnmask) {
    return html`<article class="card item" data-test="unmask-item" data-request=${one.id}>
      <div class="top"><h3>${fieldName(one.field)}</h3><span class="chip warn">${stateName('REQUESTED')}</span></div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.requestedBy })} · ${momentOf(one.requestedAt)}`)}
        ${fact(c('approvals.for'), `${purposeName(one.purpose)} ${one.purpose}`)}
        ${fact(c('approvals.customer'), html`<span class="mono">${one.customerId}</span>`)}
        ${one.reason ? fact(c('approvals.reason'), one.reason) : nothing}
      </dl>
      <due-clock .startedAt=${one.requestedAt} .dueAt=${one.decideBy}></due-clock>
      <div class="acts"><act-button .label=${c('act.approve')} .act=${queue.approveUnmask(one.id)} @acted=${() => this.#unmasks.reload()}></act-button></div>
    </article>`;
  }

  #correctionItem(one: queue.WaitingCorrection) {
    return html`<article class="card item" data-test="correction-item" data-request=${one.id}>
      <div class="top"><h3>${fieldName(one.field)}</h3><span class="chip warn">${stateName('REQUESTED')}</span></div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.proposedBy })} · ${momentOf(one.proposedAt)}`)}
        ${fact(c('approvals.customer'), html`<span class="mono">${one.customerId}</span>`)}
      </dl>
      <proposed-change .correctionId=${one.id}></proposed-change>
      ${this.#decide(queue.approveCorrection(one.id), queue.rejectCorrection(one.id), this.#corrections)}
    </article>`;
  }

  #exportItem(one: queue.Export, decide: boolean) {
    return html`<article class="card item" data-test="export-item">
      <div class="top">
        <h3>${one.format} · ${people(one.people)}</h3>
        <span class="chip ${one.state === 'REQUESTED' ? 'warn' : ''}">${stateName(one.state)}</span>
      </div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.requestedBy })} · ${momentOf(one.requestedAt)}`)}
        ${fact(c('approvals.for'), `${purposeName(one.purpose)} ${one.purpose}`)}
        ${fact(c('approvals.receiver'), one.receiver)} ${fact(c('approvals.reference'), one.reference)}
        ${fact(c('approvals.key'), html`<span class="mono">${one.receiverKeySha256}</span>`)}
      </dl>
      ${one.state === 'REQUESTED' ? html`<due-clock .startedAt=${one.requestedAt} .dueAt=${one.decideBy}></due-clock>` : nothing}
      ${decide ? this.#decide(queue.approveExport(one), queue.rejectExport(one.id), this.#exports) : nothing}
    </article>`;
  }

  #hold(one: queue.LegalHold) {
    const placed = one.state === 'PLACED';
    return html`<article class="card item" data-test="hold-item">
      <div class="top"><h3>${stateName(one.scope.kind)} · ${c('approvals.covered', { number: one.covered })}</h3><span class="chip warn">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.placedBy })} · ${momentOf(one.placedAt)}`)} ${fact(c('approvals.reason'), one.reason)}
      </dl>
      ${mayAny(this.roles, DECIDES)
        ? html`<div class="acts"><act-button .label=${c(placed ? 'act.approve' : 'act.release')}
            .act=${placed ? queue.approveHold(one.id) : queue.releaseHold(one.id)} @acted=${() => this.#holds.reload()}></act-button></div>`
        : nothing}
    </article>`;
  }

  #decide(approve: Deed, reject: Deed, decided: { reload(): Promise<void> }) {
    return html`<div class="acts" @acted=${() => decided.reload()}>
      <act-button .label=${c('act.approve')} .act=${approve}></act-button>
      <act-button danger .label=${c('act.reject')} .act=${reject}></act-button>
    </div>`;
  }

  #review(id: string) {
    return html`<div class="acts" @acted=${() => this.#access.reload()}>
      <act-button .label=${c('act.justified')} .act=${queue.reviewBreakGlass(id, true)}></act-button>
      <act-button danger .label=${c('act.unjustified')} .act=${queue.reviewBreakGlass(id, false)}></act-button>
    </div>`;
  }
}
