import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { signOut } from '../api/session';
import { icons, seal } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import { listPurposes } from '../purpose/purpose';
import '../shell/language-switch';
import { shellStyles } from '../shell/shell-styles';
import { currentRoute, routesFor, type ConsoleRoute } from './routes';
import { c } from './text';

/** The staff's own application on the same page: queues by role, language, sign-out. */
@customElement('console-shell')
export class ConsoleShell extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    shellStyles,
    css`
      .tools button { padding-inline: var(--space-3); }
      @media screen and (max-width: 59.99rem) {
        nav ul { overflow-x: auto; grid-auto-columns: minmax(5.25rem, 1fr); scrollbar-width: none; }
      }
    `,
  ];

  @property({ attribute: false }) roles: readonly string[] = [];
  @state() route: ConsoleRoute | undefined;

  readonly #navigate = () => {
    this.route = currentRoute(this.roles);
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus());
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#navigate);
    void Promise.allSettled([listPurposes()]);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#navigate);
    super.disconnectedCallback();
  }

  override updated(): void {
    document.title = `${c(this.#current.label)} · ${c('product')}`;
    this.#showInTheBar();
  }

  /** A phone's bar has more than it shows: where one is stands in its middle. */
  #showInTheBar(): void {
    const here = this.renderRoot.querySelector<HTMLElement>('nav a[aria-current]');
    const bar = here?.closest('ul');
    if (here && bar) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }

  get #current(): ConsoleRoute {
    return this.route ?? currentRoute(this.roles);
  }

  override render() {
    const current = this.#current;
    return html`
      <button class="skip" @click=${() => this.renderRoot.querySelector<HTMLElement>('main')?.focus()}>${t('skip')}</button>
      <div class="frame" data-test="console">
        <div class="side">
          <header>
            <a class="brand" href="#/">${seal(36)}<div><strong>${c('product')}</strong><span>${c('tagline')}</span></div></a>
            <div class="tools">
              <language-switch></language-switch>
              <button class="plain" data-test="sign-out" @click=${signOut}>${icons.leave}${t('sign.out')}</button>
            </div>
          </header>
          <nav aria-label=${c('nav')}>
            <ul>
              ${routesFor(this.roles).map(
                route => html`<li>
                  <a href=${route.path} data-test="nav-${route.label}" aria-current=${route === current ? 'page' : nothing}>${route.icon}<span>${c(route.label)}</span></a>
                </li>`,
              )}
            </ul>
          </nav>
        </div>
        <main tabindex="-1" data-test="page">${current.page(this.roles)}</main>
      </div>`;
  }
}
