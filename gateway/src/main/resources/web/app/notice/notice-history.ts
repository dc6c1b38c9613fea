import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PrivacyNotice } from '../api/types';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { t } from '../i18n/text';
import './notice-changes';
import './notice-file';
import './notice-text';
import { listVersions } from './operations';

/** Every version ever in force: what each changed, and its full text. */
@customElement('notice-history')
export class NoticeHistory extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      ol { padding: 0; }
      li { padding: var(--space-3) 0; }
      li + li { border-top: 1px solid var(--line); }
      .top { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; }
      notice-text { padding: var(--space-3) var(--space-4); border-radius: var(--radius-m); background: var(--sunken); }
    `,
  ];

  @property() noticeId = '';
  @property() inLanguage = '';

  readonly #versions = new Loadable<PrivacyNotice[]>(this, () => listVersions(this.noticeId, this.inLanguage));

  override updated(changed: Map<string, unknown>): void {
    if (changed.get('inLanguage')) void this.#versions.reload();
  }

  override render() {
    return this.#versions.draw(
      versions => html`<ol class="card" data-test="notice-versions">${versions.map(version => this.#version(version))}</ol>`,
    );
  }

  #version(notice: PrivacyNotice) {
    return html`<li lang=${notice.language}>
      <div class="top">
        <strong>${t('notice.version', { version: notice.version })}</strong>
        <span class="small soft">${t('notice.from', { day: dayOf(notice.effectiveFrom) })}</span>
      </div>
      ${notice.version > 1
        ? html`<notice-changes .noticeId=${notice.id} .to=${notice.version} .inLanguage=${notice.language}></notice-changes>`
        : html`<p class="small soft">${t('notice.first')}</p>`}
      <details>
        <summary class="small">${t('notice.full')}<span class="visually-hidden"> ${notice.version}</span></summary>
        <notice-text .body=${notice.body}></notice-text>
      </details>
      <notice-file .notice=${notice}></notice-file>
    </li>`;
  }
}
