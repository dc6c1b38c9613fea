import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../design/failure-panel';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards, pairs } from '../design/styles';
import { Submission } from '../design/submission';
import { dayOf } from '../i18n/format';
import { t } from '../i18n/text';
import { objectToTransfer, type Transfer } from './operations';
import './transfer-story';

/** Who takes over the business, when, what the notice says, and the right to object. Emits `objected`. */
@customElement('transfer-card')
export class TransferCard extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    pairs,
    css`
      article { display: grid; gap: var(--space-3); padding-block: var(--space-5); }
      pre { margin: 0; font: inherit; font-size: var(--text-s); white-space: pre-wrap; padding: var(--space-3) var(--space-4); border-radius: var(--radius-m); background: var(--sunken); }
    `,
  ];

  @property({ attribute: false }) transfer!: Transfer;
  @state() told = false;
  readonly #submission = new Submission(this);

  override render() {
    const { toControllerName, toControllerContact, cutOverOn, objectionEndsOn, objectedAt, notice, disposition } = this.transfer;
    const { busy, done, refusal } = this.#submission;
    return html`<article class="card" data-test="transfer">
      <h3>${t('transfer.to', { name: toControllerName })}</h3>
      <dl class="pairs small">
        <div><dt>${t('transfer.contact')}</dt><dd>${toControllerContact}</dd></div>
        <div><dt>${t('transfer.cutOver')}</dt><dd>${dayOf(cutOverOn)}</dd></div>
        ${objectionEndsOn ? html`<div><dt>${t('transfer.objectionEnds')}</dt><dd>${dayOf(objectionEndsOn)}</dd></div>` : nothing}
      </dl>
      <p class="small" data-test="transfer-stage">${t(this.#outcome())}</p>
      <details data-test="transfer-story" @toggle=${() => (this.told = true)}>
        <summary class="small">${t('transfer.story')}</summary>
        ${this.told ? html`<transfer-story transferId=${this.transfer.id}></transfer-story>` : nothing}
      </details>
      ${notice ? html`<details><summary class="small">${t('transfer.notice')}</summary><pre>${notice}</pre></details>` : nothing}
      ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      ${objectedAt || done
        ? html`<p class="small"><span class="chip good">${t('transfer.objected')}</span></p>`
        : disposition
          ? nothing
          : html`<p class="small soft">${t('transfer.object.note')}</p>
            <div><button class="danger" data-test="object" ?disabled=${busy} @click=${this.#object}>${t('transfer.object')}</button></div>`}
    </article>`;
  }

  /** Where her data are, in a sentence. */
  #outcome(): 'transfer.stage.before' | 'transfer.stage.moving' | 'transfer.stage.moved' | 'transfer.stage.copied' | 'transfer.stage.stayed' {
    const { stage, disposition } = this.transfer;
    if (!disposition) {
      return 'transfer.stage.before';
    }
    if (disposition === 'STAYS') {
      return 'transfer.stage.stayed';
    }
    if (disposition === 'COPIED') {
      return 'transfer.stage.copied';
    }
    return stage === 'CLOSE' ? 'transfer.stage.moved' : 'transfer.stage.moving';
  }

  #object() {
    void this.#submission.run(async act => {
      await objectToTransfer(this.transfer.id, act);
      this.send('objected');
    });
  }
}
