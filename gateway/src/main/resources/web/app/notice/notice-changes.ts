import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { t } from '../i18n/text';
import { listChanges, type NoticeChange } from './operations';

/** What one version changed against the one before, or any earlier one, item by item; asked for when opened. */
@customElement('notice-changes')
export class NoticeChanges extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      notice-difference { display: block; margin-bottom: var(--space-3); }
      label { display: inline-flex; gap: var(--space-2); align-items: center; }
      select { font: inherit; min-height: 2.75rem; padding: 0 var(--space-3); color: inherit; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-s); }
    `,
  ];

  @property() noticeId = '';
  @property({ type: Number }) to = 0;
  @property() inLanguage = '';
  @state() opened = false;
  /** The version compared with; 0 stands for the one before. */
  @state() from = 0;

  override render() {
    return html`<details data-test="notice-changes-${this.to}" @toggle=${this.#open}>
      <summary class="small">${t('notice.changed')}<span class="visually-hidden"> ${this.to}</span></summary>
      ${this.opened
        ? html`${this.to > 2 ? this.#choice() : nothing}
            <notice-difference .noticeId=${this.noticeId} .from=${this.from || this.to - 1} .to=${this.to} .inLanguage=${this.inLanguage}></notice-difference>`
        : nothing}
    </details>`;
  }

  #choice() {
    const earlier = Array.from({ length: this.to - 1 }, (_, i) => this.to - 1 - i);
    return html`<label class="small">${t('notice.compare')}
      <select data-test="notice-compare-${this.to}" @change=${(event: Event) => (this.from = Number((event.target as HTMLSelectElement).value))}>
        ${earlier.map(version => html`<option value=${version}>${t('notice.version', { version })}</option>`)}
      </select>
    </label>`;
  }

  #open() {
    this.opened = true;
  }
}

@customElement('notice-difference')
export class NoticeDifference extends PortalElement {
  static override styles = [
    base,
    css`
      li { display: grid; gap: var(--space-2); padding: var(--space-3) 0; }
      .two { display: grid; gap: var(--space-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
      .two div { padding: var(--space-3); border-radius: var(--radius-s); white-space: pre-line; font-size: var(--text-s); }
      .before { background: var(--bad-soft); }
      .after { background: var(--good-soft); }
      .two span { display: block; font-size: var(--text-xs); font-weight: 600; }
    `,
  ];

  @property() noticeId = '';
  @property({ type: Number }) from = 0;
  @property({ type: Number }) to = 0;
  @property() inLanguage = '';
  /** Changes known already; asked for when missing. */
  @property({ attribute: false }) changes: NoticeChange[] | undefined;

  readonly #changes = new Loadable<NoticeChange[]>(this, async () => this.changes ?? listChanges(this.noticeId, this.from, this.to, this.inLanguage));

  override updated(changed: Map<string, unknown>): void {
    if (changed.get('from')) void this.#changes.reload();
  }

  override render() {
    return this.#changes.draw(changes =>
      changes.length === 0
        ? html`<p class="small">${t('notice.changed.none')}</p>`
        : html`<ul>${changes.map(change => html`<li>
            <strong class="small">${change.heading}</strong>
            <div class="two">
              <div class="before"><span>${t('notice.before')}</span>${change.before || '—'}</div>
              <div class="after"><span>${t('notice.after')}</span>${change.after || '—'}</div>
            </div>
          </li>`)}</ul>`,
    );
  }
}
