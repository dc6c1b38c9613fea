export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** RFC 8785 (JCS): the one spelling of a JSON value that is signed. ECMAScript's own number and string forms are the RFC's. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map(name => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}
