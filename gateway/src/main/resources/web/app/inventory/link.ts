const LINK = /^#\/inventory\/([A-Za-z0-9_-]{20,64})$/;

/** The token of a link in a short message, taken out of the address so that no history keeps it. */
export function takeToken(): string | null {
  const token = LINK.exec(location.hash)?.[1] ?? null;
  if (token) history.replaceState(null, '', '#/record');
  return token;
}

export const isLink = (hash: string): boolean => LINK.test(hash);
