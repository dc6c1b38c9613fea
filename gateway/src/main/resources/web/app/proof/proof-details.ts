import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { InclusionProof } from '../api/types';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, pairs } from '../design/styles';
import { t } from '../i18n/text';
import type { Verdict } from './verify';

/** Every step of one verification, and the entry itself, for those who want to check with other tools. */
@customElement('proof-details')
export class ProofDetails extends PortalElement {
  static override styles = [
    base,
    pairs,
    css`
      .box { display: grid; gap: var(--space-4); padding: var(--space-4); border-radius: var(--radius-m); background: var(--sunken); }
      li { display: flex; gap: var(--space-2); align-items: flex-start; font-size: var(--text-s); }
      li svg { color: var(--good); margin-top: 0.2rem; }
      li.open svg { color: var(--warn); }
      .fault { color: var(--bad); font-weight: 600; }
      pre { margin: 0; padding: var(--space-3); border-radius: var(--radius-s); background: var(--surface); white-space: pre-wrap; max-height: 14rem; overflow: auto; }
      .pairs > div { grid-template-columns: 5.5rem 1fr; }
    `,
  ];

  @property({ attribute: false }) proof!: InclusionProof;
  @property({ attribute: false }) verdict!: Verdict;

  override render() {
    const { proof, verdict } = this;
    return html`<div class="box">
      ${verdict.holds
        ? html`<p>${t('proof.done')}</p>${this.#steps(verdict)}`
        : html`<p class="fault" role="alert">${t(`proof.fault.${verdict.fault}`)}</p><p>${t('proof.fault.advice')}</p>`}
      <dl class="pairs tiny">
        <div><dt>${t('proof.index')}</dt><dd class="mono">${proof.logIndex}</dd></div>
        <div><dt>${t('proof.leaf')}</dt><dd class="mono">${proof.leafHash}</dd></div>
        ${verdict.holds ? html`<div><dt>${t('proof.root')}</dt><dd class="mono">${verdict.root}</dd></div>` : nothing}
      </dl>
      <div>
        <p class="tiny soft">${t('proof.raw')}</p>
        <pre class="mono" tabindex="0" role="group" aria-label="${t('proof.raw')} ${proof.logIndex}">${proof.leaf}</pre>
      </div>
    </div>`;
  }

  #steps(verdict: Extract<Verdict, { holds: true }>) {
    const signed = verdict.signature === 'valid';
    return html`<ol class="stack">
      <li>${icons.check}${t('proof.step.entry')}</li>
      <li>${icons.check}${t('proof.step.leaf')}</li>
      <li>${icons.check}${t('proof.step.path', { count: this.proof.hashes.length, size: verdict.size.toString() })}</li>
      <li class=${signed ? '' : 'open'} data-test="signature" data-state=${verdict.signature}>
        ${signed ? icons.check : icons.warning}
        ${signed ? t('proof.step.signature', { name: verdict.logName }) : t('proof.step.unsupported')}
      </li>
    </ol>`;
  }
}
