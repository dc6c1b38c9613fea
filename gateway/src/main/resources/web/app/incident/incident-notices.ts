import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, cards } from '../design/styles';
import { momentOf } from '../i18n/format';
import { t } from '../i18n/text';
import { listIncidentNotices, type IncidentNotice } from './operations';

/** What the reader has to know about incidents with her data; nothing when there is nothing. */
@customElement('incident-notices')
export class IncidentNotices extends PortalElement {
  static override styles = [
    base,
    cards,
    css`
      section { margin-block: var(--space-5); display: grid; gap: var(--space-3); }
      article { display: grid; gap: var(--space-2); border-inline-start: 4px solid var(--bad); }
      pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
    `,
  ];

  readonly #notices = new Loadable<IncidentNotice[]>(this, listIncidentNotices);

  protected override languageChanged(): void {
    void this.#notices.reload();
  }

  override render() {
    if (this.#notices.failed) return this.#notices.draw(() => html``);
    const notices = this.#notices.value;
    if (!notices?.length) return nothing;
    return html`<section aria-labelledby="incidents">
      <h2 id="incidents">${t('incident.title')}</h2>
      ${notices.map(
        ({ body, issuedAt }) => html`<article class="card" data-test="incident-notice">
          <p class="small soft">${t('incident.issued', { moment: momentOf(issuedAt) })}</p>
          <pre>${body.trim()}</pre>
        </article>`,
      )}
    </section>`;
  }
}
