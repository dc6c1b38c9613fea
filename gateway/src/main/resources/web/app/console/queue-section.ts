import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Loadable } from '../design/loadable';
import { c } from './text';

/** What waits in a queue. */
interface Queued {
  id: string;
  state?: string;
}

/** A button that was pressed stays with its item: when the queue moves up, the next item has buttons of its own. */
const placeOf = ({ id, state }: Queued) => `${id} ${state ?? ''}`;

/** One queue under its heading: skeleton, failure by itself, nothing to do, or its items. */
export const queueSection = <T extends Queued>(heading: string, queue: Loadable<T[]>, item: (one: T) => TemplateResult, filter: (one: T) => boolean = () => true) =>
  html`<section>
    <h2>${heading}${queue.value ? html`<span class="count number">${queue.value.filter(filter).length}</span>` : ''}</h2>
    ${queue.draw(all => {
      const shown = all.filter(filter);
      return shown.length === 0 ? html`<p class="empty">${c('empty')}</p>` : html`<div class="items">${repeat(shown, placeOf, item)}</div>`;
    }, 3)}
  </section>`;

/** A fact with its label. */
export const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
