import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PrivacyNotice } from '../api/types';
import { download } from '../design/download';
import { icons } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { t } from '../i18n/text';
import { digestMatches } from '../proof/bytes';

/** One version as a file to keep, byte for byte the text of its digest, which is checked here. */
@customElement('notice-file')
export class NoticeFile extends PortalElement {
  static override styles = [
    base,
    buttons,
    css`
      .file { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; margin-top: var(--space-2); }
      .mono { overflow-wrap: anywhere; }
      .bad { color: var(--bad); font-weight: 600; }
    `,
  ];

  @property({ attribute: false }) notice!: PrivacyNotice;
  @state() genuine: boolean | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('notice')) void this.#check();
  }

  override render() {
    const { version, sha256 } = this.notice;
    const said = this.genuine === undefined ? 'notice.digest.open' : this.genuine ? 'notice.digest' : 'notice.digest.bad';
    return html`<div class="file" data-test="notice-file-${version}" data-state=${this.genuine ?? nothing}>
      <button @click=${this.#keep}>${icons.download}${t('notice.download', { version })}</button>
      <p class="tiny soft"><span class=${this.genuine === false ? 'bad' : ''}>${t(said)}</span><br /><span class="mono">${sha256}</span></p>
    </div>`;
  }

  #keep() {
    const { version, language, body } = this.notice;
    download(`privacy-notice-${version}-${language}.txt`, body, 'text/plain;charset=utf-8');
  }

  async #check(): Promise<void> {
    const { body, sha256 } = this.notice;
    this.genuine = globalThis.crypto?.subtle ? await digestMatches(body, sha256) : undefined;
  }
}
