/** Who may open which queue; the services decide again at each call (contracts/rights.csv). */
export type StaffRole = 'client-manager' | 'supervisor' | 'compliance-officer' | 'auditor' | 'operator' | 'regulator';

export const STAFF: readonly StaffRole[] = ['client-manager', 'supervisor', 'compliance-officer', 'auditor', 'operator', 'regulator'];

export const isStaff = (roles: readonly string[]): boolean => roles.some(role => (STAFF as readonly string[]).includes(role));

export const mayAny = (roles: readonly string[], allowed: readonly StaffRole[]): boolean => allowed.some(role => roles.includes(role));
