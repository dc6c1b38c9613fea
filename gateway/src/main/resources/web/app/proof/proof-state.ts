import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { asRefusal, type Refusal } from '../api/refusal';
import type { AccessEvent, InclusionProof } from '../api/types';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { t } from '../i18n/text';
import { findInclusionProof, logKey } from './operations';
import './proof-details';
import { inTurn } from './turns';
import { verify, type Verdict } from './verify';

type Check =
  | { kind: 'checking' | 'pending' | 'insecure' }
  | { kind: 'unavailable'; refusal: Refusal }
  | { kind: 'checked'; proof: InclusionProof; verdict: Verdict };

/** Verifies one history entry as soon as it comes into view and says how it went; opens to every step. */
@customElement('proof-state')
export class ProofState extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      details > summary { display: inline-flex; min-height: 2.75rem; }
      .chip svg { width: 1rem; height: 1rem; }
    `,
  ];

  @property({ attribute: false }) event!: AccessEvent;
  @state() check: Check = { kind: 'checking' };

  readonly #seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    this.#seen.disconnect();
    void this.#run();
  }, { rootMargin: '200px' });

  override firstUpdated(): void {
    this.#seen.observe(this);
  }

  override disconnectedCallback(): void {
    this.#seen.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    const check = this.check;
    if (check.kind !== 'checked') return html`<div class="chips" data-test="proof" data-state=${check.kind}>${this.#chip()}</div>`;
    const { proof, verdict } = check;
    return html`<details data-test="proof" data-state=${verdict.holds ? 'verified' : 'failed'} ?open=${!verdict.holds}>
      <summary>${this.#chip()}</summary>
      <proof-details .proof=${proof} .verdict=${verdict}></proof-details>
    </details>`;
  }

  #chip() {
    const check = this.check;
    switch (check.kind) {
      case 'checking':
        return html`<span class="chip">${t('proof.checking')}…</span>`;
      case 'pending':
        return html`<span class="chip warn">${t('proof.pending')}</span>`;
      case 'insecure':
        return html`<span class="chip warn">${t('proof.insecure')}</span>`;
      case 'unavailable':
        return html`<span class="chip warn">${t('proof.unavailable')}</span><span class="tiny soft">${check.refusal.code}</span>`;
      case 'checked':
        return check.verdict.holds
          ? html`<span class="chip good">${icons.shield}${t('proof.verified')}</span>
              ${check.verdict.keyChanged ? html`<span class="chip warn">${t('proof.keyChanged')}</span>` : nothing}`
          : html`<span class="chip bad">${icons.warning}${t('proof.failed')}</span>`;
    }
  }

  async #run(): Promise<void> {
    if (!globalThis.crypto?.subtle) {
      this.check = { kind: 'insecure' };
      return;
    }
    try {
      const [proof, vkey] = await Promise.all([inTurn(() => findInclusionProof(this.event.eventId)), logKey()]);
      this.check = proof ? { kind: 'checked', proof, verdict: await verify(this.event, proof, vkey) } : { kind: 'pending' };
    } catch (thrown) {
      this.check = { kind: 'unavailable', refusal: asRefusal(thrown) };
    }
  }
}
