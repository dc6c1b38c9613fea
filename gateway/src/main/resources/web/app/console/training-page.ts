import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards, pairs } from '../design/styles';
import { dayOf } from '../i18n/format';
import { ownTranscript, type Transcript } from './operations';
import { queues } from './styles';
import { c, stateName } from './text';

/** One's own certificate: hours, what is missing, until when. */
@customElement('training-page')
export class TrainingPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    pairs,
    queues,
    css`svg { width: 100%; height: 12px; border-radius: 6px; } rect { fill: var(--sunken); } rect.done { fill: var(--chart-permitted); }`,
  ];

  readonly #transcript = new Loadable(this, ownTranscript);

  override render() {
    return html`<h1>${c('training')}</h1>
      <p class="lead">${c('training.lead')}</p>
      <section class="card stack">${this.#transcript.draw(one => this.#shown(one), 4)}</section>`;
  }

  #shown(one: Transcript) {
    const share = Math.min(100, (one.minutes / Math.max(1, one.minutesNeeded)) * 100);
    return html`<p><strong class="number">${c('training.minutes', { minutes: one.minutes, needed: one.minutesNeeded })}</strong></p>
      ${svg`<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="12"></rect><rect class="done" width=${share} height="12"></rect></svg>`}
      <dl class="pairs small">
        <div><dt>${c('state')}</dt><dd><span class="chip ${one.state === 'CLEARED' ? 'good' : 'warn'}">${stateName(one.state)}</span></dd></div>
        <div><dt>${c('training.until')}</dt><dd>${one.lastDay ? dayOf(one.lastDay) : '–'}</dd></div>
        <div><dt>${c('training.missing')}</dt><dd>${one.missing.length === 0 ? c('training.missing.none') : one.missing.map(stateName).join(', ')}</dd></div>
      </dl>`;
  }
}
