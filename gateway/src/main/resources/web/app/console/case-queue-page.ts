import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../cases/case-text';
import type { Act } from '../api/act';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf, momentOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import './act-button';
import * as work from './case-operations';
import './due-clock';
import { confirmErasure, listErasures } from './operations';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, clockName, stateName, type ConsoleKey } from './text';
import { longText, type Blank } from './written-act';

const HANDLER: Blank = { name: 'handler', label: '', kind: 'line', pattern: /^[A-Za-z0-9-]{1,20}$/, wrong: 'cases.handler.wrong' };
const CONCERNED: Blank = { name: 'concerned', label: '', kind: 'line', pattern: /^[A-Za-z0-9, -]*$/, wrong: 'cases.handler.wrong' };
const NUMBER = { kind: 'line', pattern: /^\d{0,9}$/, wrong: 'cases.stakes.wrong' } as const;
const AMOUNT: Blank = { ...NUMBER, name: 'amount', label: '' };
const PEOPLE: Blank = { ...NUMBER, name: 'people', label: '', pattern: /^([1-9]\d{0,5})?$/ };
const SIGNS: Blank = {
  name: 'signs',
  label: '',
  kind: 'choice',
  pattern: /^(MEDIA|DATA_LEAK|,)*$/,
  wrong: 'cases.signs.wrong',
  options: [
    ['', 'cases.signs.none'],
    ['MEDIA', 'cases.ground.MEDIA'],
    ['DATA_LEAK', 'cases.ground.DATA_LEAK'],
    ['MEDIA,DATA_LEAK', 'cases.signs.both'],
  ],
};
const DAY: Blank = { name: 'dueOn', label: '', kind: 'day', pattern: /^\d{4}-\d\d-\d\d$/, wrong: 'cases.promise.wrong' };
const REASON: Blank = {
  name: 'reason',
  label: '',
  kind: 'choice',
  pattern: /^[A-Z][A-Z_]{2,40}$/,
  wrong: 'cases.reason.wrong',
  options: [
    ['', 'cases.reason.choose'],
    ['STATUTORY_RETENTION', 'cases.reason.STATUTORY_RETENTION'],
    ['LEGAL_HOLD', 'cases.reason.LEGAL_HOLD'],
    ['CASE_OPEN', 'cases.reason.CASE_OPEN'],
    ['EVIDENCE', 'cases.reason.EVIDENCE'],
    ['RIGHTS_OF_OTHERS', 'cases.reason.RIGHTS_OF_OTHERS'],
    ['NO_GROUND', 'cases.reason.NO_GROUND'],
  ],
};

/** As long as it is not known who asks, there is one reason to refuse, and afterwards it is none. */
const UNPROVEN: Blank = { ...REASON, options: [['', 'cases.reason.choose'], ['IDENTITY_NOT_PROVEN', 'cases.reason.IDENTITY_NOT_PROVEN']] };

const versionOf = (one: work.ComplaintCase) => `${one.state} ${one.handler} ${one.plan} ${one.extensions.length} ${one.proposedExtensionTextId} ${one.openPromises.map(({ id }) => id).join()}`;

/** Complaints with their 72 hours, and rights requests with theirs: handed out, answered, promised, closed. */
@customElement('case-queue-page')
export class CaseQueuePage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  @property({ attribute: false }) roles: readonly string[] = [];
  readonly #complaints = new Loadable(this, work.listComplaintCases);
  readonly #requests = new Loadable(this, work.listRequestCases);
  readonly #notices = new Loadable(this, work.listCaseNotices);
  readonly #erasures = new Loadable(this, () => (this.roles.includes('compliance-officer') ? listErasures() : Promise.resolve([])));

  override render() {
    return html`<h1>${c('cases.title')}</h1>
      <p class="lead">${c('cases.lead')}</p>
      ${queueSection(c('cases.notices'), this.#notices, one => this.#notice(one))}
      ${queueSection(c('cases.complaints'), this.#complaints, one => this.#complaint(one), one => one.state !== 'CLOSED')}
      ${queueSection(c('cases.requests'), this.#requests, one => this.#request(one), one => one.state !== 'ANSWERED' && one.state !== 'REFUSED')}`;
  }

  #notice(one: work.CaseNotice) {
    const what = one.kind === 'MAJOR' ? c('cases.major') : one.kind === 'BREACHED' ? c('cases.breached', { clock: clockName(one.code) }) : c('cases.escalated', { hours: one.hours ?? 0 });
    return html`<article class="card item" data-test="case-notice" data-notice=${one.id} data-about=${one.caseId}>
      <div class="top"><h3 class="number">${one.number ?? c('cases.request')}</h3><span class="chip bad">${what}</span></div>
      <dl class="facts">${fact(c('told'), momentOf(one.raisedAt))}</dl>
      <div class="acts"><act-button .label=${c('cases.seen')} .act=${work.seeCaseNotice(one.id)} @acted=${() => this.#notices.reload()}></act-button></div>
    </article>`;
  }

  #complaint(one: work.ComplaintCase) {
    const first = one.clocks.find(({ code }) => code === 'K-01');
    return html`<article class="card item" data-test="complaint-item" data-case=${one.id}>
      <div class="top"><h3 class="number">${one.number}</h3>
        <div class="chips"><span class="chip ${one.state === 'RECEIVED' ? 'warn' : 'brand'}">${stateName(one.state)}</span>
          ${one.grounds.map(ground => html`<span class="chip bad">${c(`cases.ground.${ground}` as ConsoleKey)}</span>`)}
          ${one.extensions.length > 0 ? html`<span class="chip">${c('cases.extended', { number: one.extensions.length })}</span>` : nothing}
          ${first?.escalatedHours && !first.metAt ? html`<span class="chip bad">${c('cases.escalated', { hours: first.escalatedHours })}</span>` : nothing}</div></div>
      <dl class="facts">
        ${fact(c('received'), momentOf(one.receivedAt))}
        ${fact(c('cases.handler'), one.handler ? c('approvals.by', { number: one.handler }) : c('cases.unassigned'))}
        ${one.plan ? fact(c('cases.plan'), c(one.plan === 'MEDIATION' ? 'cases.plan.MEDIATION' : 'cases.plan.LITIGATION')) : nothing}
        ${one.concerned.length > 0 ? fact(c('cases.concerned'), one.concerned.join(', ')) : nothing}
      </dl>
      <due-clock .label=${c('cases.late')} .startedAt=${one.receivedAt} .dueAt=${one.firstResponseDueAt} .metAt=${one.firstResponseAt}></due-clock>
      ${one.decisionDueAt ? html`<due-clock .label=${c('cases.decision')} .startedAt=${one.receivedAt} .dueAt=${one.decisionDueAt}></due-clock>` : nothing}
      <case-text .textId=${one.textId} .label=${c('cases.text')}></case-text>
      ${one.proposedExtensionTextId ? html`<case-text .textId=${one.proposedExtensionTextId} .label=${c('cases.extend.waiting')}></case-text>` : nothing}
      <div class="acts" @acted=${() => this.#complaints.reload()}>${this.#assignment(one)} ${this.#complaintActs(one)} ${this.#extension(one)}</div>
    </article>`;
  }

  #assignment(one: work.ComplaintCase) {
    if (one.state === 'DECIDED') return nothing;
    const blanks = [
      { ...HANDLER, label: c('cases.assign.to') },
      { ...CONCERNED, label: c('cases.assign.concerned') },
      { ...AMOUNT, label: c('cases.stakes.amount') },
      { ...PEOPLE, label: c('cases.stakes.people') },
      { ...SIGNS, label: c('cases.stakes.signs') },
    ];
    return this.#written(versionOf(one), 'cases.assign', blanks, (said, act) => {
      const signs = said['signs'] ?? '';
      const number = (text: string | undefined) => (text ? Number(text) : null);
      const stakes = { amount: number(said['amount']), people: number(said['people']), media: signs.includes('MEDIA'), dataLeak: signs.includes('DATA_LEAK') };
      return work.assignComplaint(one.id, said['handler'] ?? '', (said['concerned'] ?? '').split(/[, ]+/).filter(Boolean), stakes, act);
    });
  }

  /** K-02: the handler asks for more time, once at once and once more with a senior's approval. */
  #extension(one: work.ComplaintCase) {
    if (!one.handler || !['RECEIVED', 'RESPONDED'].includes(one.state)) return nothing;
    if (!one.proposedExtensionTextId) {
      return this.#written(versionOf(one), 'cases.extend', [longText(c('cases.extend.words'))], (said, act) => work.extendComplaint(one.id, said['text'] ?? '', act));
    }
    return this.roles.includes('supervisor')
      ? keyed(versionOf(one), html`<act-button .label=${c('cases.extend.approve')} .act=${work.approveExtension(one.id)}></act-button>`)
      : nothing;
  }

  #complaintActs(one: work.ComplaintCase) {
    if (!one.handler) return nothing;
    const text = [longText(c('cases.words'))];
    const kept = one.openPromises.map(
      promise => html`<act-button .label=${c('cases.promise.keep', { day: dayOf(promise.dueOn) })} .act=${work.keepPromise(one.id, promise.id)}></act-button>`,
    );
    const promise = this.#written(versionOf(one), 'cases.promise', [{ ...DAY, label: c('cases.promise.day') }], (said, act) => work.promiseInComplaint(one.id, said['dueOn'] ?? '', act));
    switch (one.state) {
      case 'RECEIVED':
        return this.#written(versionOf(one), 'cases.respond', text, (said, act) => work.respondToComplaint(one.id, said['text'] ?? '', act));
      case 'RESPONDED':
        if (one.grounds.length > 0 && !one.plan) {
          return html`${promise} ${kept}
            <act-button .label=${c('cases.plan.start.MEDIATION')} .act=${work.startPlan(one.id, 'MEDIATION')}></act-button>
            <act-button .label=${c('cases.plan.start.LITIGATION')} .act=${work.startPlan(one.id, 'LITIGATION')}></act-button>`;
        }
        return html`${this.#written(versionOf(one), 'cases.decide', text, (said, act) => work.decideComplaint(one.id, said['text'] ?? '', act))} ${promise} ${kept}`;
      default:
        return html`${promise} ${kept}
        ${one.openPromises.length === 0 ? html`<act-button .label=${c('cases.close')} .act=${work.closeComplaint(one.id)}></act-button>` : nothing}`;
    }
  }

  #request(one: work.RequestCase) {
    return html`<article class="card item" data-test="request-item" data-case=${one.id}>
      <div class="top"><h3>${t(`request.${one.type}` as MessageKey)}</h3><span class="chip brand">${stateName(one.state)}</span></div>
      <due-clock .startedAt=${one.receivedAt} .dueAt=${one.dueAt}></due-clock>
      ${one.textId ? html`<case-text .textId=${one.textId} .label=${c('cases.text')}></case-text>` : nothing}
      ${this.roles.includes('compliance-officer') ? html`<div class="acts" @acted=${() => this.#requests.reload()}>${this.#requestActs(one)}</div>` : nothing}
    </article>`;
  }

  #requestActs(one: work.RequestCase) {
    if (one.state === 'IDENTITY_CHECK') {
      return html`<span class="tiny soft">${c('cases.identity')}</span> ${this.#refusal(one, UNPROVEN)}`;
    }
    const prepared = (this.#erasures.value ?? []).some(answer => answer.id === one.id && answer.erasure.length > 0);
    const text = longText(c('cases.words'));
    return html`${one.type === 'DELETE'
      ? prepared
        ? html`<act-button .label=${c('cases.erasure')} .act=${confirmErasure(one.id)}></act-button><span class="tiny soft">${c('cases.erasure.note')}</span>`
        : nothing
      : this.#written(one.state, 'cases.answer', [text], (said, act) => work.answerRequest(one.id, said['text'] ?? '', act))}
    ${this.#refusal(one, REASON)}
    ${one.state === 'WAITING'
      ? html`<act-button .label=${c('cases.resume')} .act=${work.resumeRequest(one.id)}></act-button>`
      : html`<act-button .label=${c('cases.pause')} .act=${work.pauseRequest(one.id)}></act-button>`}`;
  }

  #refusal(one: work.RequestCase, reason: Blank) {
    const blanks = [{ ...reason, label: c('cases.reason') }, longText(c('cases.words'))];
    return this.#written(one.state, 'cases.refuse', blanks, (said, act) => work.refuseRequest(one.id, said['reason'] ?? '', said['text'] ?? '', act));
  }

  /** @param version what the case is now: once that changes, the act may be written again */
  #written(version: string, label: Parameters<typeof c>[0], blanks: readonly Blank[], act: (said: Record<string, string>, act: Act) => Promise<void>) {
    return keyed(version, html`<written-act .label=${c(label)} .blanks=${blanks} .act=${act}></written-act>`);
  }
}
