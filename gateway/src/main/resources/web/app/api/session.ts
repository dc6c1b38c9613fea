import { language } from '../i18n/language';
import { clockIsOff, nameKey, proof, tellTime } from './browser-key';
import { Refusal } from './refusal';

/** Who is signed in. It carries no name or other personal value (GET /portal/session). */
export interface Session {
  customerId: string | null;
  roles: string[];
}

const SESSION = '/portal/session';

async function call(method: 'GET' | 'DELETE'): Promise<Response> {
  try {
    const response = await fetch(SESSION, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'X-Requested-With': 'JavaScript', 'X-Shouxin-Request': 'portal', DPoP: await proof(method, SESSION) },
    });
    tellTime(response);
    return response;
  } catch {
    throw new Refusal('OFFLINE');
  }
}

/** The session, or null when signed out. Asked again when this device's clock was wrong. */
export async function findSession(): Promise<Session | null> {
  let response = await call('GET');
  if (response.status === 401 && clockIsOff()) response = await call('GET');
  if (response.status === 204 || response.status === 401 || response.status === 499) return null;
  if (response.status === 503) throw new Refusal('SIGN_IN_AWAY');
  if (!response.ok) throw new Refusal(`HTTP_${response.status}`);
  return (await response.json()) as Session;
}

const RETURN_TO = 'shouxin.returnTo';

/** Starts the code flow at the gateway; the page that was asked for is remembered for the way back. */
export async function signIn(): Promise<void> {
  sessionStorage.setItem(RETURN_TO, location.hash);
  await call('DELETE'); // a session that this browser cannot prove would only be in the way
  await nameKey();
  location.assign(`/sign-in?ui_locales=${language()}`);
}

/**
 * Signs in anew on a page of its own, so that nothing typed here is lost: Keycloak asks for the password although it knows the
 * browser. The page opens at once, as browsers allow it only while a button is being pressed.
 */
export async function signInAnew(): Promise<void> {
  const page = window.open('', '_blank');
  try {
    await call('DELETE');
    await nameKey();
  } catch (thrown) {
    page?.close();
    throw thrown;
  }
  (page ?? window).location.assign(`${location.origin}/sign-in?anew&ui_locales=${language()}`);
}

export function signOut(): void {
  sessionStorage.clear();
  location.assign('/sign-out');
}

/** Whether the gateway sent the browser back since nobody can sign in or out just now. */
export const signInIsAway = new URLSearchParams(location.search).has('away');

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
