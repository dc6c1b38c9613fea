import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { listWards, type NamedWard } from '../consent/operations';
import { icons } from '../design/icons';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import '../incident/incident-notices';
import '../incident/leak-dialog';
import './case-clock';
import './complaint-dialog';
import './case-text';
import './erasure-answer';
import './kept-records';
import { listComplaints, listRequests, listTransfers, type Complaint, type RightsRequest, type Transfer } from './operations';
import './request-dialog';
import './transfer-card';

const ENDED = ['RESPONDED', 'DECIDED', 'CLOSED', 'ANSWERED', 'REFUSED', 'WAITING'];

/** Requests and complaints, each with its legal clock, and the way to the authority. */
@customElement('cases-page')
export class CasesPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      section { margin-top: var(--space-6); }
      .head { display: flex; flex-wrap: wrap; gap: var(--space-3); justify-content: space-between; align-items: center; margin-bottom: var(--space-4); }
      .card { padding-block: var(--space-2); }
      li { display: grid; gap: var(--space-2); padding: var(--space-4) 0; }
      li + li { border-top: 1px solid var(--line); }
      .top { display: flex; flex-wrap: wrap; gap: var(--space-2); justify-content: space-between; align-items: start; }
      h3 { font-size: var(--text-m); }
      .authority { display: grid; grid-template-columns: auto 1fr; gap: var(--space-1) var(--space-3); padding: var(--space-4) var(--space-5); background: var(--brand-soft); border-color: transparent; box-shadow: none; }
      .authority h2 { font-size: var(--text-m); }
      .authority p { grid-column: 2; }
    `,
  ];

  @property() customerId = '';
  @state() asking: 'complaint' | 'request' | 'leak' | null = null;

  readonly #complaints = new Loadable<Complaint[]>(this, listComplaints);
  readonly #requests = new Loadable<RightsRequest[]>(this, listRequests);
  readonly #wards = new Loadable<NamedWard[]>(this, listWards);
  readonly #transfers = new Loadable<Transfer[]>(this, listTransfers);

  protected override languageChanged(): void {
    void this.#transfers.reload();
  }

  /** Once everything that takes room has come, it is shown at once: nothing moves under a finger. */
  #placed = false;

  override render() {
    this.#placed ||= [this.#complaints, this.#requests, this.#wards, this.#transfers].every(part => part.settled);
    return html`
      <h1>${t('cases.title')}</h1>
      <p class="lead">${t('cases.lead')}</p>
      <incident-notices></incident-notices>
      ${this.#placed ? this.#sections() : html`<skeleton-lines lines="12"></skeleton-lines>`}
      ${this.#dialog()}`;
  }

  #sections() {
    return html`
      <section aria-labelledby="requests">
        <div class="head"><h2 id="requests">${t('cases.requests')}</h2>
          <button class="primary" data-test="new-request" @click=${() => (this.asking = 'request')}>${t('cases.requests.new')}</button></div>
        ${this.#requests.draw(requests => this.#list('requests', requests.map(request => this.#request(request)), 'cases.requests.none'))}
      </section>
      <section aria-labelledby="complaints">
        <div class="head"><h2 id="complaints">${t('cases.complaints')}</h2>
          <button data-test="new-complaint" @click=${() => (this.asking = 'complaint')}>${t('cases.complaints.new')}</button></div>
        ${this.#complaints.draw(complaints => this.#list('complaints', complaints.map(complaint => this.#complaint(complaint)), 'cases.complaints.none'))}
      </section>
      <section aria-labelledby="kept">
        <div class="head"><h2 id="kept">${t('kept.title')}</h2></div>
        <kept-records .customerId=${this.customerId}></kept-records>
      </section>
      <section aria-labelledby="leak">
        <div class="head"><h2 id="leak">${t('leak.title')}</h2>
          <button data-test="new-leak" @click=${() => (this.asking = 'leak')}>${t('leak.file')}</button></div>
        <p class="card soft">${t('leak.lead')}</p>
      </section>
      ${this.#transfers.value?.length ? this.#transferred(this.#transfers.value) : nothing}
      <section class="card authority small">
        ${icons.notice}<h2>${t('cases.authority')}</h2><p>${t('cases.authority.text')}</p>
      </section>`;
  }

  #list(name: string, entries: unknown[], none: MessageKey) {
    return html`<div class="card" data-test=${name}>${entries.length === 0 ? html`<p class="soft">${t(none)}</p>` : html`<ul>${entries}</ul>`}</div>`;
  }

  #texts(textId: string | null, answerTextId: string | null, mine: MessageKey = 'cases.text.mine') {
    return html`${textId ? html`<case-text .textId=${textId} .label=${t(mine)}></case-text>` : nothing}
      ${answerTextId ? html`<case-text .textId=${answerTextId} .label=${t('cases.text.answer')}></case-text>` : nothing}`;
  }

  #complaint({ number, state: now, receivedAt, firstResponseDueAt, decisionDueAt, textId, answerTextId, extensions }: Complaint) {
    return html`<li data-test="complaint" data-state=${now}>
      <div class="top"><h3>${t('cases.number', { number })}</h3><span class="chip brand">${t(`cases.state.${now}` as MessageKey)}</span></div>
      <p class="small soft">${t('cases.received', { moment: momentOf(receivedAt) })}</p>
      <case-clock startedAt=${receivedAt} dueAt=${firstResponseDueAt} .running=${!ENDED.includes(now)}></case-clock>
      ${decisionDueAt && now !== 'CLOSED' ? html`<p class="tiny soft">${t('cases.decision.due', { moment: momentOf(decisionDueAt) })}</p>` : nothing}
      ${extensions.map(
        one => html`<div data-test="extension"><p class="small">${t('cases.extended', { moment: momentOf(one.at) })}</p>
          <case-text .textId=${one.textId} .label=${t('cases.text.extension')}></case-text></div>`,
      )}
      ${this.#texts(textId, answerTextId)}
    </li>`;
  }

  #request({ customerId, type, state: now, channel, receivedAt, dueAt, textId, answerTextId, erasure }: RightsRequest) {
    const unchecked = now === 'IDENTITY_CHECK';
    const recorded = channel !== 'PORTAL';
    return html`<li data-test="request" data-state=${now}>
      <div class="top"><h3>${t(`request.${type}` as MessageKey)}</h3><span class="chip brand">${t(`cases.state.${now}` as MessageKey)}</span></div>
      <p class="small soft">${t('cases.received', { moment: momentOf(receivedAt) })}</p>
      ${customerId === this.customerId ? nothing : html`<p class="small" data-test="for-child">${t('cases.for', { name: this.#nameOf(customerId) })}</p>`}
      ${recorded ? html`<p class="small soft" data-test="recorded">${t(`cases.channel.${channel}` as MessageKey)}</p>` : nothing}
      ${unchecked ? html`<p class="small">${t('cases.identity')}</p>` : nothing}
      <case-clock label=${unchecked ? 'cases.clock.identity' : 'cases.clock.request'} startedAt=${receivedAt} dueAt=${dueAt} .running=${!ENDED.includes(now)}></case-clock>
      ${erasure.length > 0 ? html`<erasure-answer .records=${erasure}></erasure-answer>` : nothing}
      ${this.#texts(textId, answerTextId, recorded ? 'cases.text.recorded' : 'cases.text.mine')}
    </li>`;
  }

  #nameOf(childId: string): string {
    const wards = this.#wards.value ?? [];
    const index = wards.findIndex(ward => ward.customerId === childId);
    return wards[index]?.name ?? t('consent.whose.child', { number: index + 1 });
  }

  #transferred(transfers: Transfer[]) {
    return html`<section aria-labelledby="transfers">
      <div class="head"><h2 id="transfers">${t('transfer.title')}</h2></div>
      <div class="stack">${transfers.map(transfer => html`<transfer-card .transfer=${transfer} @objected=${() => this.#transfers.reload()}></transfer-card>`)}</div>
    </section>`;
  }

  #dialog() {
    const close = () => (this.asking = null);
    const filed = () => {
      void Promise.all([this.#complaints.reload(), this.#requests.reload()]);
      close();
    };
    switch (this.asking) {
      case 'complaint':
        return html`<complaint-dialog .customerId=${this.customerId} @closed=${close} @filed=${filed}></complaint-dialog>`;
      case 'request':
        return html`<request-dialog .customerId=${this.customerId} .wards=${this.#wards.value ?? []} @closed=${close} @filed=${filed}></request-dialog>`;
      case 'leak':
        return html`<leak-dialog .customerId=${this.customerId} @closed=${close}></leak-dialog>`;
      case null:
        return nothing;
    }
  }
}
