import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf, momentOf } from '../i18n/format';
import './act-button';
import './due-clock';
import { approveDestruction, confirmDestructionFromLog, listPlans, reportWitnessLeft, witnessDestruction, type DestructionPlan } from './operations';
import { fact, queueSection } from './queue-section';
import { mayAny } from './roles';
import { queues } from './styles';
import { c, stateName } from './text';

/** Destruction plans: who proposed them, what is in them, and the act that is next. */
@customElement('destruction-page')
export class DestructionPage extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  @property({ attribute: false }) roles: readonly string[] = [];
  readonly #plans = new Loadable(this, listPlans);

  override render() {
    return html`<h1>${c('destruction')}</h1>
      <p class="lead">${c('destruction.lead')}</p>
      ${queueSection(c('destruction'), this.#plans, one => this.#plan(one))}`;
  }

  #plan(one: DestructionPlan) {
    return html`<article class="card item" data-test="plan-item">
      <div class="top"><h3>${stateName(one.cause)} · ${dayOf(one.dueOn)}</h3><span class="chip ${one.state === 'CERTIFIED' ? 'good' : 'warn'}">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.proposer })} · ${momentOf(one.proposedAt)}`)}
        ${one.counts.map(count =>
          fact(`${stateName(count.store)} · ${count.retentionClass} · ${c(`destruction.item.${count.state}`)}`, c('destruction.people', { number: count.number, people: count.people })))}
        ${one.state === 'STOPPED' ? this.#last(one, 'STOPPED', c('destruction.stopped')) : nothing}
        ${this.#last(one, 'WITNESS_ABSENT', c('destruction.absent.fact'))}
      </dl>
      <p class="tiny soft">${c('destruction.digest')} <span class="mono">${one.scopeDigest}</span></p>
      ${one.clock ? html`<due-clock .startedAt=${one.clock.startedAt} .dueAt=${one.clock.dueAt} .metAt=${one.clock.metAt}></due-clock>` : nothing}
      <div class="acts" @acted=${() => this.#plans.reload()}>
        ${one.state === 'PROPOSED' && mayAny(this.roles, ['supervisor', 'compliance-officer'])
          ? html`<act-button .label=${c('destruction.approve')} .act=${approveDestruction(one)}></act-button>`
          : nothing}
        ${['EXECUTED', 'UNWITNESSED'].includes(one.state) && mayAny(this.roles, ['supervisor', 'compliance-officer', 'auditor'])
          ? html`<act-button .label=${c('destruction.witness')} .act=${witnessDestruction(one)}></act-button>`
          : nothing}
        ${one.state === 'EXECUTED' && mayAny(this.roles, ['supervisor', 'compliance-officer'])
          ? html`<act-button .label=${c('destruction.absent')} .act=${reportWitnessLeft(one)}></act-button>`
          : nothing}
        ${one.state === 'UNWITNESSED' && mayAny(this.roles, ['supervisor', 'compliance-officer', 'auditor'])
          ? html`<act-button .label=${c('destruction.fromLog')} .act=${confirmDestructionFromLog(one)}></act-button>`
          : nothing}
      </div>
    </article>`;
  }

  /** The newest step of a kind: its code, by whom and when. */
  #last(one: DestructionPlan, kind: string, label: string) {
    const step = one.steps.filter(taken => taken.kind === kind).at(-1);
    return step
      ? fact(label, html`${stateName(step.detail.split(':')[0] ?? '')} · ${c('approvals.by', { number: step.actorId })} · ${momentOf(step.at)}`)
      : nothing;
  }
}
