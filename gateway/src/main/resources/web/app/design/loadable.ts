import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { asRefusal, type Refusal } from '../api/refusal';
import './failure-panel';
import './skeleton-lines';

type State<T> = { kind: 'loading' } | { kind: 'ready'; value: T } | { kind: 'failed'; refusal: Refusal };

/** One piece of data a component shows: loads when the component appears, fails by itself without hurting its neighbours. */
export class Loadable<T> implements ReactiveController {
  #state: State<T> = { kind: 'loading' };
  #attempt = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.reload();
  }

  get value(): T | undefined {
    return this.#state.kind === 'ready' ? this.#state.value : undefined;
  }

  set value(value: T) {
    this.#become({ kind: 'ready', value });
  }

  get failed(): boolean {
    return this.#state.kind === 'failed';
  }

  /** Whether it came or failed: until then nothing below it has its place. */
  get settled(): boolean {
    return this.#state.kind !== 'loading';
  }

  /** Loads again. What is on the screen stays there until the new answer comes. An answer overtaken by a later call is dropped. */
  async reload(): Promise<void> {
    const attempt = ++this.#attempt;
    if (this.#state.kind === 'failed') this.#become({ kind: 'loading' });
    let next: State<T>;
    try {
      next = { kind: 'ready', value: await this.load() };
    } catch (thrown) {
      next = { kind: 'failed', refusal: asRefusal(thrown) };
    }
    if (attempt === this.#attempt) this.#become(next);
  }

  /** Skeleton, failure with "try again", or what `ready` draws. */
  draw(ready: (value: T) => TemplateResult, lines = 3): TemplateResult {
    switch (this.#state.kind) {
      case 'loading':
        return html`<skeleton-lines lines=${lines}></skeleton-lines>`;
      case 'failed':
        return html`<failure-panel .refusal=${this.#state.refusal} @retry=${() => this.reload()}></failure-panel>`;
      case 'ready':
        return ready(this.#state.value);
    }
  }

  #become(state: State<T>): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
