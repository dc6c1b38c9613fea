import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Act } from '../api/act';
import '../design/failure-panel';
import { forms } from '../design/form-styles';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { Submission } from '../design/submission';
import { queues } from './styles';
import { c, type ConsoleKey } from './text';

/** One thing to be written: what it is called, how it is typed, and what it has to look like. */
export interface Blank {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'day' | 'choice';
  pattern: RegExp;
  wrong: ConsoleKey;
  /** What may be chosen: its code and its words. */
  options?: readonly (readonly [code: string, words: ConsoleKey])[];
}

/** A text for a person; as long as records-service seals. */
export const longText = (label: string): Blank => ({ name: 'text', label, kind: 'text', pattern: /^[^]{1,8000}$/, wrong: 'written.text' });

/** An act that is written: folded until it is wanted, keeps what was typed when refused, done once. Emits `acted`. */
@customElement('written-act')
export class WrittenAct extends PortalElement {
  static override styles = [base, buttons, cards, forms, queues];

  @property() label = '';
  @property({ attribute: false }) blanks: readonly Blank[] = [];
  @property({ attribute: false }) act: (values: Record<string, string>, act: Act) => Promise<void> = () => Promise.resolve();
  @state() values: Readonly<Record<string, string>> = {};
  @state() checked = false;

  readonly #submission = new Submission(this);

  override render() {
    const { busy, done, refusal } = this.#submission;
    if (done) return html`<span class="chip good" role="status">${this.label}: ${c('act.done')}</span>`;
    return html`<details data-test="written-act">
      <summary class="small">${this.label}</summary>
      <form class="stack" novalidate @submit=${this.#submit}>
        ${this.blanks.map(blank => this.#blank(blank))}
        ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
        <div class="acts"><button class="primary" type="submit" data-test="write" ?disabled=${busy}>${this.label}</button></div>
      </form>
    </details>`;
  }

  #blank(blank: Blank) {
    const wrong = this.#wrong(blank);
    const typed = (event: Event) => (this.values = { ...this.values, [blank.name]: (event.target as HTMLInputElement).value });
    const value = this.values[blank.name] ?? '';
    return html`<div class="field">
      <label for=${blank.name}>${blank.label}</label>
      ${blank.kind === 'text'
        ? html`<textarea id=${blank.name} .value=${value} aria-invalid=${wrong} aria-describedby="${blank.name}-wrong" @input=${typed}></textarea>`
        : blank.kind === 'choice'
        ? html`<select id=${blank.name} aria-invalid=${wrong} aria-describedby="${blank.name}-wrong" @change=${typed}>
            ${(blank.options ?? []).map(([code, words]) => html`<option value=${code} ?selected=${code === value}>${c(words)}</option>`)}
          </select>`
        : html`<input id=${blank.name} type=${blank.kind === 'day' ? 'date' : 'text'} autocomplete="off" .value=${value} aria-invalid=${wrong}
            aria-describedby="${blank.name}-wrong" @input=${typed} />`}
      <p class="wrong" id="${blank.name}-wrong" role="status">${wrong ? c(blank.wrong) : nothing}</p>
    </div>`;
  }

  #wrong(blank: Blank): boolean {
    return this.checked && !blank.pattern.test((this.values[blank.name] ?? '').trim());
  }

  #submit = (event: Event) => {
    event.preventDefault();
    this.checked = true;
    if (this.blanks.some(blank => this.#wrong(blank))) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void this.#submission.run(async act => {
      await this.act(Object.fromEntries(this.blanks.map(({ name }) => [name, (this.values[name] ?? '').trim()])), act);
      this.send('acted');
    });
  };
}
