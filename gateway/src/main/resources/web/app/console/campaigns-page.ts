import { css, html, nothing, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Loadable } from '../design/loadable';
import { PortalElement } from '../design/portal-element';
import { base, buttons, cards } from '../design/styles';
import { dayOf } from '../i18n/format';
import { fieldName } from '../purpose/data-names';
import './due-clock';
import { listCampaigns, listItems, type Campaign, type CampaignItem } from './operations';
import { fact, queueSection } from './queue-section';
import { queues } from './styles';
import { c, stateName } from './text';
import { endOfDay } from './time';

/** Campaigns with how much of them is right, and the open items of one. */
@customElement('campaigns-page')
export class CampaignsPage extends PortalElement {
  static override styles = [
    base,
    buttons,
    cards,
    queues,
    css`
      .share { width: 100%; height: 10px; border-radius: 5px; }
      .share .all { fill: var(--chart-refused); }
      .share .clean { fill: var(--chart-permitted); }
      .lines { display: grid; gap: var(--space-2); }
      .lines li { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; padding-top: var(--space-2); border-top: 1px solid var(--line); }
    `,
  ];

  @state() opened = '';
  readonly #campaigns = new Loadable(this, listCampaigns);
  readonly #items = new Loadable<CampaignItem[]>(this, () => (this.opened ? listItems(this.opened) : Promise.resolve([])));

  override render() {
    return html`<h1>${c('campaigns')}</h1>
      <p class="lead">${c('campaigns.lead')}</p>
      ${queueSection(c('campaigns'), this.#campaigns, one => this.#campaign(one))}`;
  }

  #campaign(one: Campaign) {
    const share = one.policies === 0 ? 0 : (one.cleanPolicies / one.policies) * 100;
    const open = this.opened === one.id;
    return html`<article class="card item" data-test="campaign-item">
      <div class="top"><h3>${one.insurer}</h3><span class="chip">${one.letterReference}</span></div>
      ${svg`<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="all" width="100" height="10"></rect><rect class="clean" width=${share} height="10"></rect></svg>`}
      <dl class="facts">
        ${fact(c('campaigns.progress'), c('campaigns.clean', { clean: one.cleanPolicies, all: one.policies }))}
        ${fact(c('campaigns.letter'), dayOf(one.receivedOn))} ${fact(c('campaigns.consequence'), one.consequence)}
      </dl>
      <due-clock .startedAt=${`${one.receivedOn}T00:00:00+08:00`} .dueAt=${endOfDay(one.dueOn)}></due-clock>
      <div class="acts"><button data-test="show-items" aria-expanded=${open} @click=${() => this.#open(open ? '' : one.id)}>${c('campaigns.items')}</button></div>
      ${open ? this.#items.draw(items => this.#lines(items), 3) : nothing}
    </article>`;
  }

  #open(id: string) {
    this.opened = id;
    void this.#items.reload();
  }

  #lines(items: CampaignItem[]) {
    if (items.length === 0) return html`<p class="soft">${c('campaigns.noItems')}</p>`;
    return html`<ul class="lines small">
      ${items.slice(0, 50).map(
        item => html`<li>
          <span class="chip">${stateName(item.state)}</span>
          <span>${item.openFields.map(fieldName).join(', ')}</span>
          <span class="soft">${item.partnerId ?? (item.employeeNo ? c('approvals.by', { number: item.employeeNo }) : '')} · ${c('campaigns.attempts', { number: item.attempts })}</span>
          ${item.commissionHeld ? html`<span class="chip warn">${c('campaigns.held')}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }
}
