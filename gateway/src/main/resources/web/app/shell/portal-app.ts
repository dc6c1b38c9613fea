import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { findSession, returnToAskedPage, signIn, tidyAddress, type Session } from '../api/session';
import { isStaff } from '../console/roles';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import './landing-page';
import './portal-shell';

const worksHere = (session: Session | null): session is Session => session !== null && session.customerId === null && isStaff(session.roles);

/** The whole portal: landing page when signed out, the customers' shell or the staff's console when signed in. */
@customElement('portal-app')
export class PortalApp extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    css`
      .waiting { max-width: 40rem; margin: 0 auto; padding: var(--space-7) var(--space-5); }
      dialog {
        border: 0; border-radius: var(--radius-l); padding: var(--space-6); max-width: min(28rem, calc(100vw - 2rem));
        color: var(--ink); background: var(--surface); box-shadow: var(--shadow-high);
      }
      dialog::backdrop { background: var(--scrim); }
    `,
  ];

  @state() ended = false;

  readonly #session = new Loadable<Session | null>(this, async () => {
    tidyAddress();
    const session = await findSession();
    if (session) returnToAskedPage();
    // Only staff load the console: customers' first load stays small.
    if (worksHere(session)) await import('../console/console-shell');
    return session;
  });

  readonly #end = () => {
    this.ended = true;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('session-ended', this.#end);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('session-ended', this.#end);
    super.disconnectedCallback();
  }

  override updated(): void {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  override render() {
    const view = this.#session.draw(session => this.#shell(session));
    const settled = this.#session.value !== undefined;
    return html`${settled ? view : html`<main class="waiting">${view}</main>`}${this.ended ? this.#endedDialog() : nothing}`;
  }

  #shell(session: Session | null) {
    if (worksHere(session)) return html`<console-shell .roles=${session.roles}></console-shell>`;
    return session ? html`<portal-shell .session=${session}></portal-shell>` : html`<landing-page></landing-page>`;
  }

  #endedDialog() {
    return html`<dialog aria-labelledby="ended" data-test="session-ended" @cancel=${(event: Event) => event.preventDefault()}>
      <div class="stack">
        <h2 id="ended">${t('ended.title')}</h2>
        <p>${t('ended.text')}</p>
        <button class="primary" @click=${signIn}>${t('sign.in')}</button>
      </div>
    </dialog>`;
  }
}
