import { css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { Submission } from '../design/submission';
import { forms } from '../design/form-styles';
import { momentOf } from '../i18n/format';
import { fieldName } from '../purpose/data-names';
import { listLeakReports, traceLeak, type LeakReport, type Suspect } from './operations';
import { fact, queueSection } from './queue-section';
import { mayAny } from './roles';
import { queues } from './styles';
import { c, stateName } from './text';

/** Reports of leaks, and who could have been the source, ranked. */
@customElement('traces-page')
export class TracesPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    forms,
    queues,
    css`
      .rank { display: grid; gap: var(--space-3); margin-top: var(--space-4); }
      .rank li { display: grid; gap: var(--space-1); }
      .rank svg { width: 100%; height: 16px; border-radius: 4px; }
      .rank rect { fill: var(--sunken); }
      .rank rect.score { fill: var(--chart-permitted); }
      .rank li:first-child rect.score { fill: var(--chart-refused); }
      .line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--space-3); }
    `,
  ];

  @property({ attribute: false }) roles: readonly string[] = [];
  @state() sample: readonly string[] = [];
  @state() suspects: readonly Suspect[] | null = null;
  readonly #reports = new Loadable(this, listLeakReports);
  readonly #submission = new Submission(this);

  override render() {
    return html`<h1>${c('traces')}</h1>
      <p class="lead">${c('traces.lead')}</p>
      ${mayAny(this.roles, ['compliance-officer', 'auditor']) ? this.#tracing() : nothing}
      ${queueSection(c('traces.reports'), this.#reports, one => this.#report(one))}`;
  }

  #tracing() {
    const { busy, refusal } = this.#submission;
    const empty = this.sample.length === 0;
    return html`<section class="card stack" aria-labelledby="rank">
      <h2 id="rank">${c('traces.rank')}</h2>
      <p class="small soft">${empty ? c('traces.sample.none') : c('traces.sample', { number: this.sample.length })}</p>
      <div class="acts"><button class="primary" data-test="trace" ?disabled=${busy || empty} @click=${this.#trace}>${c('traces.rank')}</button></div>
      ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      ${this.suspects ? this.#ranked(this.suspects) : nothing}
    </section>`;
  }

  #trace() {
    if (this.#submission.done) this.#submission.renew(); // Another sample is another trace.
    void this.#submission.run(async act => {
      this.suspects = await traceLeak([...this.sample], this.#knownOfAll(), act);
    });
  }

  /** What the callers knew of everybody chosen. */
  #knownOfAll(): string[] {
    const chosen = (this.#reports.value ?? []).filter(one => one.subjectRef && this.sample.includes(one.subjectRef));
    const [first, ...others] = chosen.map(one => one.knownFields);
    return (first ?? []).filter(field => others.every(fields => fields.includes(field)));
  }

  #ranked(suspects: readonly Suspect[]) {
    if (suspects.length === 0) return html`<p>${c('traces.nobody')}</p>`;
    const most = Math.max(...suspects.map(one => one.score), 0.001);
    return html`<div data-test="ranked">
      <h3>${c('traces.result')}</h3>
      <ol class="rank">
        ${suspects.slice(0, 12).map(
          one => html`<li>
            <div class="line small"><strong>${stateName(one.actorKind)} ${one.actorId}</strong>
              <span class="soft number">${c('traces.matched', { matched: one.matched, accessed: one.accessed })} · ${one.score.toFixed(2)}</span>
              ${one.marked ? html`<span class="chip">${c('traces.marked')}</span>` : nothing}
              ${one.canaries > 0 ? html`<span class="chip">${c('traces.canaries', { number: one.canaries })}</span>` : nothing}</div>
            ${svg`<svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="16"></rect>
              <rect class="score" width=${(one.score / most) * 100} height="16"></rect></svg>`}
          </li>`,
        )}
      </ol>
    </div>`;
  }

  #report(one: LeakReport) {
    const person = one.subjectRef;
    return html`<article class="card item" data-test="leak-item">
      <div class="top"><h3>${momentOf(one.contactedAt)}</h3><span class="chip">${stateName(one.reporterKind)}</span></div>
      <dl class="facts">
        ${fact(c('traces.known'), one.knownFields.map(fieldName).join(', '))}
        ${fact(c('traces.clues'), one.clues.length === 0 ? '–' : one.clues.map(clue => `${stateName(clue.actorKind)} ${clue.actorId} (${clue.accesses})`).join(', '))}
      </dl>
      ${person
        ? html`<label class="choice"><input type="checkbox" .checked=${this.sample.includes(person)} @change=${() => this.#toggle(person)} /><span class="small">${c('traces.choose')}</span></label>`
        : nothing}
    </article>`;
  }

  #toggle(person: string) {
    this.sample = this.sample.includes(person) ? this.sample.filter(id => id !== person) : [...this.sample, person];
  }
}
