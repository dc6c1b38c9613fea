import { html, type TemplateResult } from 'lit';
import type { Session } from '../api/session';
import { icons } from '../design/icons';
import type { MessageKey } from '../i18n/text';
import { isLink } from '../inventory/link';
import '../cases/cases-page';
import '../consent/consent-page';
import '../history/history-page';
import '../notice/notice-page';
import '../receipt/receipts-page';
import '../record/record-page';
import './overview-page';

export interface Route {
  path: string;
  label: MessageKey;
  icon: TemplateResult;
  page: (customerId: string) => TemplateResult;
  /** Reached from another page on a phone, where the tab bar has five places. */
  minor?: true;
}

/** Every page of the signed-in portal, in the order of the navigation. Addresses carry no personal value. */
export const routes: readonly [Route, ...Route[]] = [
  { path: '#/', label: 'nav.overview', icon: icons.home, page: id => html`<overview-page .customerId=${id}></overview-page>` },
  { path: '#/consents', label: 'nav.consents', icon: icons.consent, page: id => html`<consent-page .customerId=${id}></consent-page>` },
  { path: '#/history', label: 'nav.history', icon: icons.history, page: id => html`<history-page .customerId=${id}></history-page>` },
  { path: '#/record', label: 'nav.record', icon: icons.record, page: id => html`<record-page .customerId=${id}></record-page>` },
  { path: '#/cases', label: 'nav.cases', icon: icons.request, page: id => html`<cases-page .customerId=${id}></cases-page>` },
  { path: '#/receipts', label: 'nav.receipts', icon: icons.receipt, minor: true, page: id => html`<receipts-page .customerId=${id}></receipts-page>` },
  { path: '#/notices', label: 'nav.notices', icon: icons.notice, page: () => html`<notice-page></notice-page>` },
];

/** A link of a short message leads to the record. */
const pathOf = (hash: string): string => (isLink(hash) ? '#/record' : hash);

export const currentRoute = (): Route => routes.find(route => route.path === pathOf(location.hash)) ?? routes[0];

export const isCustomer = (session: Session): session is Session & { customerId: string } => typeof session.customerId === 'string';
