import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PortalElement } from '../design/portal-element';
import { base, buttons } from '../design/styles';
import { language, speak } from '../i18n/language';
import { t } from '../i18n/text';

@customElement('language-switch')
export class LanguageSwitch extends PortalElement {
  static override styles = [base, buttons];

  override render() {
    const other = language() === 'en' ? 'zh-CN' : 'en';
    return html`<button class="plain" lang=${other} data-test="language-switch" @click=${() => speak(other)}>
      ${t('language.switch')}
    </button>`;
  }
}
