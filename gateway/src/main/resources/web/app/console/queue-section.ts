import { html, type TemplateResult } from 'lit';
import type { Loadable } from '../design/loadable';
import { c } from './text';

/** One queue under its heading: skeleton, failure by itself, nothing to do, or its items. */
export const queueSection = <T>(heading: string, queue: Loadable<T[]>, item: (one: T) => TemplateResult, filter: (one: T) => boolean = () => true) =>
  html`<section>
    <h2>${heading}${queue.value ? html`<span class="count number">${queue.value.filter(filter).length}</span>` : ''}</h2>
    ${queue.draw(all => {
      const shown = all.filter(filter);
      return shown.length === 0 ? html`<p class="empty">${c('empty')}</p>` : html`<div class="items">${shown.map(item)}</div>`;
    }, 3)}
  </section>`;

/** A fact with its label. */
export const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
