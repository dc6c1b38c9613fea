import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PrivacyNotice } from '../api/types';
import { findCurrentNotice } from '../consent/operations';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { language, type Language } from '../i18n/language';
import { t } from '../i18n/text';
import { digestMatches } from '../proof/bytes';
import './notice-history';
import './notice-text';

type Shown = { notice: PrivacyNotice; matches: boolean } | null;

/** The notice in force, in either language whatever the portal's own language is. */
@customElement('notice-page')
export class NoticePage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      .switch { display: inline-flex; border: 1px solid var(--line-strong); border-radius: var(--radius-m); overflow: hidden; margin-top: var(--space-5); }
      .switch button { border: 0; border-radius: 0; }
      .switch button[aria-pressed='true'] { background: var(--brand); color: var(--on-brand); }
      article { margin-top: var(--space-5); max-width: 48rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
      section { margin-top: var(--space-6); max-width: 48rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
      .digest { border-top: 1px solid var(--line); padding-top: var(--space-4); }
    `,
  ];

  @state() shown: Language = language();

  readonly #notice = new Loadable<Shown>(this, async () => {
    const notice = await findCurrentNotice(this.shown);
    return notice && { notice, matches: await digestMatches(notice.body, notice.sha256) };
  });

  protected override languageChanged(): void {
    this.#show(language());
  }

  override render() {
    return html`
      <h1>${t('notice.title')}</h1>
      <p class="lead">${t('notice.lead')}</p>
      <div class="switch" role="group" aria-label=${t('notice.language')}>
        ${this.#choice('zh-CN', '中文')}${this.#choice('en', 'English')}
      </div>
      ${this.#notice.draw(shown => (shown ? this.#view(shown) : html`<p class="card">${t('notice.none')}</p>`), 12)}`;
  }

  #choice(code: Language, label: string) {
    return html`<button lang=${code} aria-pressed=${this.shown === code} data-test="notice-${code}" @click=${() => this.#show(code)}>${label}</button>`;
  }

  #show(code: Language) {
    if (this.shown === code) return;
    this.shown = code;
    void this.#notice.reload();
  }

  #view({ notice, matches }: NonNullable<Shown>) {
    return html`<article class="card" lang=${notice.language} data-test="notice">
      <h2>${notice.title}</h2>
      <div class="chips">
        <span class="chip brand">${t('notice.version', { version: notice.version })}</span>
        <span class="chip">${t('notice.from', { day: dayOf(notice.effectiveFrom) })}</span>
      </div>
      <notice-text .under=${notice.title} .body=${notice.body}></notice-text>
      <p class="digest tiny soft">
        ${t(matches ? 'notice.digest' : 'notice.digest.open')}<br /><span class="mono">${notice.sha256}</span>
      </p>
    </article>
    <section>
      <h2>${t('notice.earlier')}</h2>
      <notice-history .noticeId=${notice.id} .inLanguage=${this.shown}></notice-history>
    </section>`;
  }
}
