import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { signOut, type Session } from '../api/session';
import { icons, seal } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { t } from '../i18n/text';
import { listPurposes } from '../purpose/purpose';
import { listRecipients } from '../recipient/recipient';
import './language-switch';
import { currentRoute, isCustomer, routes, type Route } from './routes';
import { shellStyles } from './shell-styles';

/** Navigation, language, sign-out, and the current page. */
@customElement('portal-shell')
export class PortalShell extends PortalElement {
  static override styles = [base, buttons, cards, shellStyles, css`.tools button { padding-inline: var(--space-3); }`];

  @property({ attribute: false }) session!: Session;
  @state() route: Route = currentRoute();

  readonly #navigate = () => {
    this.route = currentRoute();
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus());
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#navigate);
    // Names in words for every page; a page that needs more than names asks again and says what failed.
    void Promise.allSettled([listPurposes(), listRecipients()]);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#navigate);
    super.disconnectedCallback();
  }

  override updated(): void {
    document.title = `${t(this.route.label)} · ${t('product')}`;
  }

  override render() {
    return html`
      <button class="skip" @click=${() => this.renderRoot.querySelector<HTMLElement>('main')?.focus()}>${t('skip')}</button>
      <div class="frame">
        <div class="side">
          <header>
            <a class="brand" href="#/">${seal(36)}<div><strong>${t('product')}</strong><span>${t('product.tagline')}</span></div></a>
            <div class="tools">
              <language-switch></language-switch>
              <button class="plain" data-test="sign-out" @click=${signOut}>${icons.leave}${t('sign.out')}</button>
            </div>
          </header>
          ${isCustomer(this.session) ? this.#navigation() : nothing}
        </div>
        <main tabindex="-1" data-test="page">${this.#page()}</main>
      </div>`;
  }

  #navigation() {
    return html`<nav aria-label=${t('nav.label')}>
      <ul>
        ${routes.map(
          route => html`<li class=${route.minor ? 'minor' : ''}>
            <a href=${route.path} data-test="nav-${route.path.slice(2) || 'overview'}" aria-current=${route === this.route ? 'page' : nothing}>
              ${route.icon}<span>${t(route.label)}</span>
            </a>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  #page() {
    if (isCustomer(this.session)) return this.route.page(this.session.customerId);
    return html`<div class="card stack" data-test="not-customer">
      <h1>${t('notCustomer.title')}</h1>
      <p class="lead">${t('notCustomer.text')}</p>
    </div>`;
  }
}
