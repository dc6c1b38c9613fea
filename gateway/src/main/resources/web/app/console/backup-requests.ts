import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import './act-button';
import { approveBackup, listBackupQueue, rejectBackup, type BackupAccess } from './operations';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName } from './text';

/** Restores and early deletions of backups that wait for another person (R-RC-08). */
@customElement('backup-requests')
export class BackupRequests extends PortalElement {
  static override styles = [base, buttons, cards, queues];

  /** Whether the reader may decide; otherwise the list is for reading only. */
  @property({ type: Boolean }) decides = false;

  readonly #waiting = new Loadable(this, listBackupQueue);

  override render() {
    return queueSection(c('approvals.backups'), this.#waiting, one => this.#item(one));
  }

  #item(one: BackupAccess) {
    const { act, recordsBackup, keysBackup } = one.scope;
    return html`<article class="card item" data-test="backup-item" data-request=${one.id}>
      <div class="top"><h3>${act === 'RESTORE' ? c('approvals.restore') : c('approvals.delete')}</h3><span class="chip warn">${stateName(one.state)}</span></div>
      <dl class="facts">
        ${fact(c('requested'), html`${c('approvals.by', { number: one.requestedBy })} · ${momentOf(one.requestedAt)}`)}
        ${recordsBackup ? fact(c('approvals.recordsBackup'), html`<span class="mono">${recordsBackup}</span>`) : nothing}
        ${keysBackup ? fact(c('approvals.keysBackup'), html`<span class="mono">${keysBackup}</span>`) : nothing}
        ${fact(c('approvals.reason'), one.reason)}
      </dl>
      ${this.decides
        ? html`<div class="acts" @acted=${() => this.#waiting.reload()}>
            <act-button .label=${c('act.approve')} .act=${approveBackup(one.id)}></act-button>
            <act-button danger .label=${c('act.reject')} .act=${rejectBackup(one.id)}></act-button>
          </div>`
        : nothing}
    </article>`;
  }
}
