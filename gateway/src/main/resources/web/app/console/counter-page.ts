import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Act } from '../api/act';
import { Refusal } from '../api/refusal';
import '../cases/case-text';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { t, type MessageKey } from '../i18n/text';
import * as work from './case-operations';
import './due-clock';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName, type ConsoleKey } from './text';
import { longText, type Blank } from './written-act';

const choice = (name: string, first: ConsoleKey | null, codes: readonly (readonly [string, ConsoleKey])[]): Blank => ({
  name,
  label: '',
  kind: 'choice',
  pattern: new RegExp(`^(${codes.map(([code]) => code).join('|')})${first ? '?' : ''}$`),
  wrong: 'counter.choose.wrong',
  options: [['', first ?? 'counter.choose'], ...codes],
});

const NAME: Blank = { name: 'name', label: '', kind: 'line', pattern: /^.{1,100}$/u, wrong: 'counter.name.wrong' };
const NUMBER: Blank = { name: 'number', label: '', kind: 'line', pattern: /^\S{4,40}$/, wrong: 'counter.number.wrong' };
const FACTOR = choice('factor', null, [
  ['mobile', 'counter.factor.mobile'],
  ['idNumber', 'counter.factor.idNumber'],
  ['policyNumber', 'counter.factor.policyNumber'],
]);
const TYPE = choice('type', null, [
  ['ACCESS', 'counter.type.ACCESS'],
  ['COPY', 'counter.type.COPY'],
  ['CORRECT', 'counter.type.CORRECT'],
  ['SUPPLEMENT', 'counter.type.SUPPLEMENT'],
  ['DELETE', 'counter.type.DELETE'],
  ['RESTRICT', 'counter.type.RESTRICT'],
  ['PORTABILITY', 'counter.type.PORTABILITY'],
  ['EXPLAIN', 'counter.type.EXPLAIN'],
  ['OBJECT_AUTOMATED_DECISION', 'counter.type.OBJECT_AUTOMATED_DECISION'],
  ['CLOSE_ACCOUNT', 'counter.type.CLOSE_ACCOUNT'],
]);
const CHANNEL = choice('channel', null, [
  ['COUNTER', 'counter.channel.COUNTER'],
  ['PHONE', 'counter.channel.PHONE'],
  ['LETTER', 'counter.channel.LETTER'],
]);
const PROOFS = [
  ['ORIGINAL_DOCUMENT_SEEN', 'counter.proof.ORIGINAL_DOCUMENT_SEEN'],
  ['TWO_FACTORS_ON_CALL_BACK', 'counter.proof.TWO_FACTORS_ON_CALL_BACK'],
  ['LETTER_WITH_COPY', 'counter.proof.LETTER_WITH_COPY'],
] as const;
const PROOF = choice('proof', null, PROOFS);
const PROOF_OR_NONE = choice('proof', 'counter.proof.none', PROOFS);
const REFERENCE: Blank = { name: 'reference', label: '', kind: 'line', pattern: /^((?!.*\d{11})[A-Za-z0-9][A-Za-z0-9./_-]{2,39})?$/, wrong: 'counter.reference.wrong' };

/** Requests of people who came, phoned or wrote: recorded by staff, answered by somebody else. */
@customElement('counter-page')
export class CounterPage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  /** How many were recorded on this page: each has a form of its own. */
  @property({ type: Number }) recorded = 0;
  readonly #requests = new Loadable(this, work.listRequestCases);

  override render() {
    return html`<h1>${c('counter')}</h1>
      <p class="lead">${c('counter.lead')}</p>
      <section @acted=${this.#another}>${keyed(this.recorded, this.#form())}</section>
      ${queueSection(c('counter.recorded'), this.#requests, one => this.#request(one), one => one.channel !== 'PORTAL' && one.state !== 'ANSWERED' && one.state !== 'REFUSED')}`;
  }

  #form() {
    const blanks = [
      { ...NAME, label: c('counter.name') },
      { ...FACTOR, label: c('counter.factor') },
      { ...NUMBER, label: c('counter.number') },
      { ...TYPE, label: c('counter.type') },
      { ...CHANNEL, label: c('counter.channel') },
      longText(c('counter.words')),
      { ...PROOF_OR_NONE, label: c('counter.proof') },
      { ...REFERENCE, label: c('counter.reference') },
    ];
    return html`<written-act data-test="record-request" .label=${c('counter.record')} .blanks=${blanks} .act=${this.#record}></written-act>`;
  }

  #record = async (said: Record<string, string>, act: Act) => {
    const factors = { name: said['name'] ?? '', [said['factor'] ?? '']: said['number'] ?? '' };
    const customerId = await work.findAtCounter(factors);
    if (!customerId) throw new Refusal('CUSTOMER_NOT_FOUND');
    await work.recordRequest(
      { customerId, type: said['type'] ?? '', channel: said['channel'] ?? '', detail: said['text'] ?? '', identity: said['proof'] ? identityOf(said) : null },
      act,
    );
  };

  #another() {
    this.recorded++;
    void this.#requests.reload();
  }

  #request(one: work.RequestCase) {
    return html`<article class="card item" data-test="recorded-item" data-case=${one.id}>
      <div class="top"><h3>${t(`request.${one.type}` as MessageKey)}</h3>
        <span class="chip ${one.state === 'IDENTITY_CHECK' ? 'warn' : 'brand'}">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('received'), momentOf(one.receivedAt))} ${fact(c('counter.channel'), c(`counter.channel.${one.channel}` as ConsoleKey))}
        ${one.identityProof ? fact(c('counter.proof'), c(`counter.proof.${one.identityProof}` as ConsoleKey)) : nothing}
      </dl>
      <due-clock .label=${c(one.state === 'IDENTITY_CHECK' ? 'counter.due.identity' : 'counter.due.answer')} .startedAt=${one.receivedAt} .dueAt=${one.dueAt}></due-clock>
      ${one.state === 'IDENTITY_CHECK' ? html`<div class="acts" @acted=${() => this.#requests.reload()}>${this.#check(one)}</div>` : nothing}
    </article>`;
  }

  #check(one: work.RequestCase) {
    const blanks = [{ ...PROOF, label: c('counter.proof') }, { ...REFERENCE, label: c('counter.reference') }];
    return html`<written-act .label=${c('counter.check')} .blanks=${blanks}
      .act=${(said: Record<string, string>, act: Act) => work.recordIdentityCheck(one.id, identityOf(said), act)}></written-act>`;
  }
}

const identityOf = (said: Record<string, string>): work.IdentityCheck => ({ proof: said['proof'] ?? '', reference: said['reference'] || null });
