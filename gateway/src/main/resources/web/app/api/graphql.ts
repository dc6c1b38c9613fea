import type { Act } from './act';
import { language } from '../i18n/language';
import { proof, tellTime } from './browser-key';
import { Refusal } from './refusal';

interface GraphQLFault {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; incident?: string };
}

interface Envelope<T> {
  data?: T | null;
  errors?: GraphQLFault[];
  code?: string;
  incident?: string;
}

/** What came, and what was refused on the way (a field may be refused while the rest is answered). */
export interface Answer<T> {
  data: T;
  refusals: Refusal[];
}

const PATIENCE_MS = 20_000;

/** A question with the session cookie. Throws a Refusal when nothing of the answer can be shown. */
export const ask = <T extends object>(document: `query ${string}`, variables: object = {}): Promise<Answer<T>> => call<T>(document, variables);

/** A change: only an act of a person makes one, so that it is never made twice. */
export const change = <T extends object>(document: `mutation ${string}`, variables: object, act: Act): Promise<Answer<T>> =>
  call<T>(document, variables, act.keyOf(document + JSON.stringify(variables)));

async function call<T extends object>(document: string, variables: object, once?: string): Promise<Answer<T>> {
  const response = await post(document, variables, once);
  if (response.status === 401 || response.status === 499) {
    window.dispatchEvent(new Event('session-ended'));
    throw new Refusal('SESSION_ENDED');
  }
  const envelope = await readJson<Envelope<T>>(response);
  const refusals = (envelope.errors ?? []).map(fault => new Refusal(codeOf(fault), fault.extensions?.incident));
  const data = envelope.data;
  const first = refusals[0];
  if (data && (!first || Object.values(data).some(value => value !== null))) return { data, refusals };
  throw first ?? new Refusal(envelope.code ?? `HTTP_${response.status}`, envelope.incident);
}

async function post(document: string, variables: object, once?: string): Promise<Response> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json;q=0.9',
        'Accept-Language': language(),
        'X-Shouxin-Request': 'portal',
        DPoP: await proof('POST', '/graphql'),
        ...(once ? { 'Idempotency-Key': once } : {}),
        'X-Requested-With': 'JavaScript', // an ended session answers 499 instead of a redirect to the sign-in page
      },
      body: JSON.stringify({ query: document, variables }),
    });
    tellTime(response);
    return response;
  } catch (failure) {
    throw new Refusal(failure instanceof DOMException && failure.name === 'TimeoutError' ? 'TIMEOUT' : 'OFFLINE');
  }
}

async function readJson<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    throw new Refusal(`HTTP_${response.status}`);
  }
}

const codeOf = (fault: GraphQLFault): string => fault.extensions?.code ?? 'INTERNAL_ERROR';
