import { language } from '../i18n/language';
import { Refusal } from './refusal';

/** Who is signed in. It carries no name or other personal value (GET /portal/session). */
export interface Session {
  customerId: string | null;
  roles: string[];
}

/** The session, or null when signed out. */
export async function findSession(): Promise<Session | null> {
  let response: Response;
  try {
    response = await fetch('/portal/session', {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'X-Requested-With': 'JavaScript' },
    });
  } catch {
    throw new Refusal('OFFLINE');
  }
  if (response.status === 401 || response.status === 499) return null;
  if (!response.ok) throw new Refusal(`HTTP_${response.status}`);
  return (await response.json()) as Session;
}

const RETURN_TO = 'shouxin.returnTo';

/** Starts the code flow at the gateway; the page that was asked for is remembered for the way back. */
export function signIn(): void {
  sessionStorage.setItem(RETURN_TO, location.hash);
  location.assign(`/sign-in?ui_locales=${language()}`);
}

export function signOut(): void {
  sessionStorage.clear();
  location.assign('/sign-out');
}

/** Takes what the sign-out left in the address (its one-time state) out of it. */
export function tidyAddress(): void {
  if (location.search) history.replaceState(null, '', location.pathname + location.hash);
}

/** Goes to the page that was asked for before the sign-in, once. */
export function returnToAskedPage(): void {
  const asked = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  if (asked?.startsWith('#/')) location.replace(asked);
}
