import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards, pairs } from '../design/styles';
import { momentOf } from '../i18n/format';
import { toHex } from '../proof/bytes';
import { checkSignature, readCheckpoint, readLogKey, type Checkpoint, type SignatureState } from '../proof/checkpoint';
import { logKey } from '../proof/operations';
import { logCheckpoint } from './operations';
import { queues } from './styles';
import { c } from './text';

interface Health {
  checkpoint: Checkpoint;
  signature: SignatureState;
}

/** Checked here, not believed: the text is verified with the key that the log publishes. */
async function health(): Promise<Health> {
  const [note, vkey] = await Promise.all([logCheckpoint(), logKey()]);
  const checkpoint = readCheckpoint(note);
  const key = await readLogKey(vkey);
  if (!checkpoint || !key) throw new Error('CHECKPOINT_UNREADABLE');
  return { checkpoint, signature: await checkSignature(checkpoint, key) };
}

const TONES: Record<SignatureState, string> = { valid: 'good', invalid: 'bad', unsupported: 'warn' };
const COSIGNATURE = 72;

/** When a witness cosigned (C2SP tlog-cosignature): eight bytes of seconds before an Ed25519 signature. */
function cosignedAt(signature: Uint8Array): string | null {
  if (signature.length !== COSIGNATURE) return null;
  const seconds = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0);
  return new Date(Number(seconds) * 1000).toISOString();
}

/** How the log is: its size, its signature, its witnesses. */
@customElement('log-page')
export class LogPage extends PortalElement {
  static override styles = [base, buttons, cards, pairs, queues, css`.figure { font-size: 2.75rem; font-weight: 650; line-height: 1.1; }`];

  #first: bigint | undefined;
  readonly #health = new Loadable(this, health);

  override render() {
    return html`<h1>${c('log')}</h1>
      <p class="lead">${c('log.lead')}</p>
      <section class="card stack">${this.#health.draw(found => this.#shown(found), 5)}</section>
      <p class="empty"><button data-test="log-again" @click=${() => this.#health.reload()}>${c('log.again')}</button></p>`;
  }

  #shown({ checkpoint, signature }: Health) {
    this.#first ??= checkpoint.size;
    const witnesses = checkpoint.signatures.filter(one => one.name !== checkpoint.origin);
    return html`
      <p class="soft small">${c('log.size')}</p>
      <p class="figure number" data-test="log-size">${checkpoint.size}</p>
      <dl class="pairs small">
        <div><dt>${c('log.signature')}</dt><dd><span class="chip ${TONES[signature]}" data-test="log-signature" data-state=${signature}>${c(`log.${signature}`)}</span></dd></div>
        <div><dt>${c('log.origin')}</dt><dd class="mono">${checkpoint.origin}</dd></div>
        <div><dt>${c('log.root')}</dt><dd class="mono">${toHex(checkpoint.root)}</dd></div>
        <div><dt>${c('log.witnesses')}</dt><dd>${witnesses.length === 0 ? c('log.witnesses.none') : witnesses.map(one => this.#witness(one))}</dd></div>
        ${checkpoint.size > this.#first ? html`<div><dt>${c('log.grown')}</dt><dd class="number">${checkpoint.size - this.#first}</dd></div>` : nothing}
      </dl>`;
  }

  #witness({ name, signature }: Checkpoint['signatures'][number]) {
    const at = cosignedAt(signature);
    return html`<p><span class="mono">${name}</span>${at ? html` <span class="whole">${c('log.cosigned', { moment: momentOf(at) })}</span>` : nothing}</p>`;
  }
}
