import { html, type TemplateResult } from 'lit';
import { icons } from '../design/icons';
import './alerts-page';
import './approvals-page';
import './campaigns-page';
import './case-queue-page';
import './counter-page';
import './dashboard-page';
import './destruction-page';
import './incidents-page';
import './log-page';
import './people-page';
import './traces-page';
import './training-page';
import { mayAny, STAFF, type StaffRole } from './roles';
import type { ConsoleKey } from './text';

export interface ConsoleRoute {
  path: string;
  label: ConsoleKey;
  icon: TemplateResult;
  roles: readonly StaffRole[];
  page: (roles: readonly string[]) => TemplateResult;
}

const WATCHES: readonly StaffRole[] = ['supervisor', 'compliance-officer', 'auditor'];

/** Every queue with who sees it, in the order of the navigation. Addresses carry no value of anybody. */
const routes: readonly [ConsoleRoute, ...ConsoleRoute[]] = [
  { path: '#/', label: 'dashboard', icon: icons.home, roles: STAFF, page: roles => html`<dashboard-page .roles=${roles}></dashboard-page>` },
  { path: '#/approvals', label: 'approvals', icon: icons.check, roles: ['client-manager', 'operator', ...WATCHES], page: roles => html`<approvals-page .roles=${roles}></approvals-page>` },
  { path: '#/cases', label: 'cases', icon: icons.request, roles: ['supervisor', 'compliance-officer'], page: roles => html`<case-queue-page .roles=${roles}></case-queue-page>` },
  { path: '#/counter', label: 'counter', icon: icons.request, roles: ['client-manager', 'supervisor'], page: () => html`<counter-page></counter-page>` },
  { path: '#/campaigns', label: 'campaigns', icon: icons.notice, roles: ['client-manager', 'regulator', ...WATCHES], page: () => html`<campaigns-page></campaigns-page>` },
  { path: '#/alerts', label: 'alerts', icon: icons.warning, roles: WATCHES, page: roles => html`<alerts-page .roles=${roles}></alerts-page>` },
  { path: '#/traces', label: 'traces', icon: icons.history, roles: WATCHES, page: roles => html`<traces-page .roles=${roles}></traces-page>` },
  { path: '#/incidents', label: 'incidents', icon: icons.shield, roles: WATCHES, page: () => html`<incidents-page></incidents-page>` },
  { path: '#/destruction', label: 'destruction', icon: icons.receipt, roles: ['operator', ...WATCHES], page: roles => html`<destruction-page .roles=${roles}></destruction-page>` },
  { path: '#/people', label: 'people', icon: icons.record, roles: WATCHES, page: roles => html`<people-page .roles=${roles}></people-page>` },
  { path: '#/log', label: 'log', icon: icons.lock, roles: STAFF, page: () => html`<log-page></log-page>` },
  { path: '#/training', label: 'training', icon: icons.consent, roles: ['client-manager', 'operator', ...WATCHES], page: () => html`<training-page></training-page>` },
];

export const routesFor = (roles: readonly string[]): readonly ConsoleRoute[] => routes.filter(route => mayAny(roles, route.roles));

/** The page of the address, if these roles have it; else the dashboard. */
export const currentRoute = (roles: readonly string[]): ConsoleRoute => routesFor(roles).find(route => route.path === location.hash) ?? routes[0];
