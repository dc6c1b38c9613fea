import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { wordsOf } from '../api/refusal-words';
import { signIn, signInIsAway } from '../api/session';
import { icons, seal } from '../design/icons';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { say } from '../i18n/language';
import { t, type MessageKey } from '../i18n/text';
import { landingStyles } from './landing-styles';
import './language-switch';

/** What Shouxin is, for someone who is not signed in. */
@customElement('landing-page')
export class LandingPage extends PortalElement {
  static override styles = [base, buttons, cards, landingStyles];

  override updated(): void {
    document.title = `${t('product')} · ${t('product.tagline')}`;
  }

  override render() {
    return html`
      <header>
        <div class="brand">${seal(36)}<strong>${t('product')}</strong></div>
        <language-switch></language-switch>
      </header>
      <main data-test="landing">
        <section class="hero">
          <div class="stack">
            <h1>${t('landing.headline')}</h1>
            <p class="lead">${t('landing.lead')}</p>
            ${signInIsAway ? html`<p class="away small" role="status" data-test="away">${icons.warning}${say(wordsOf('SIGN_IN_AWAY'))}</p>` : nothing}
            <div><button class="primary large" data-test="sign-in" @click=${signIn}>${icons.lock}${t('sign.in')}</button></div>
          </div>
          ${this.#sample()}
        </section>
        <ul class="promises">
          ${this.#promise(icons.history, 'landing.promise.see', 'landing.promise.see.text')}
          ${this.#promise(icons.consent, 'landing.promise.decide', 'landing.promise.decide.text')}
          ${this.#promise(icons.shield, 'landing.promise.prove', 'landing.promise.prove.text')}
        </ul>
      </main>
      <footer><p>${icons.warning}${t('landing.fraud')}</p></footer>`;
  }

  #promise(icon: unknown, title: MessageKey, text: MessageKey) {
    return html`<li><span class="mark">${icon}</span><h2>${t(title)}</h2><p class="soft">${t(text)}</p></li>`;
  }

  /** A picture of two history entries, made of invented data: decoration for the eye. */
  #sample() {
    return html`<div class="sample" aria-hidden="true">
      <div class="card">
        <div class="row"><strong>${t('landing.sample.party')}</strong><span class="tiny soft number">14:32</span></div>
        <p class="small soft">${t('landing.sample.purpose')} · P-12</p>
        <span class="chip good">${icons.shield}${t('landing.sample.proof')}</span>
      </div>
      <div class="card">
        <div class="row"><strong>${t('landing.sample.party')}</strong><span class="tiny soft number">15:07</span></div>
        <p class="small soft">${t('landing.sample.purpose')} · P-12</p>
        <span class="chip bad">${icons.cross}${t('landing.sample.refused')}</span>
      </div>
      <span class="tiny soft">${t('landing.sample')}</span>
    </div>`;
  }
}
