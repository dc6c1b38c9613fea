import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { recordNoticeShown } from '../consent/operations';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { Submission } from '../design/submission';
import { t } from '../i18n/text';
import './notice-changes';
import './notice-text';
import { listToRead, type NoticeToRead } from './operations';

/** Notices not read in their current version: of a new version only what changed, until it was seen (R-CN-01). */
@customElement('notices-to-read')
export class NoticesToRead extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      article { border-left: 4px solid var(--brand); display: grid; gap: var(--space-3); margin-top: var(--space-5); }
      button { justify-self: start; }
      notice-text { max-height: 16rem; overflow: auto; padding: var(--space-3) var(--space-4); border: 1px solid var(--line);
        border-radius: var(--radius-m); font-size: var(--text-s); }
    `,
  ];

  @property() customerId = '';

  readonly #toRead = new Loadable<NoticeToRead[]>(this, () => listToRead(this.customerId));
  readonly #submission = new Submission(this);

  protected override languageChanged(): void {
    void this.#toRead.reload();
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.get('customerId')) void this.#toRead.reload();
  }

  override render() {
    return html`${(this.#toRead.value ?? []).map(one => this.#card(one))}`;
  }

  #card({ notice, seenVersion, changes }: NoticeToRead) {
    const { busy, refusal } = this.#submission;
    const heading =
      seenVersion === null
        ? t('notice.toRead.new', { title: notice.title, version: notice.version })
        : t('notice.toRead.changed', { title: notice.title, seen: seenVersion, version: notice.version });
    return html`<article class="card" lang=${notice.language} data-test="to-read-${notice.audience}">
      <h2>${heading}</h2>
      ${notice.audience === 'INSURED' && seenVersion === null ? html`<p>${t('notice.toRead.INSURED')}</p>` : nothing}
      ${seenVersion === null
        ? html`<notice-text tabindex="0" .body=${notice.body}></notice-text>`
        : html`<notice-difference .changes=${changes}></notice-difference><p class="small">${t('notice.toRead.effect')}</p>`}
      ${refusal ? html`<failure-panel final .refusal=${refusal}></failure-panel>` : nothing}
      <button class="primary" data-test="read" ?disabled=${busy} @click=${() => this.#seen(notice)}>${t('notice.toRead.seen')}</button>
    </article>`;
  }

  #seen(notice: NoticeToRead['notice']) {
    if (this.#submission.done) this.#submission.renew(); // Each notice is an act of its own.
    void this.#submission.run(async act => {
      await recordNoticeShown(this.customerId, notice, act);
      await this.#toRead.reload();
    });
  }
}
