/* The parts of contracts/ schema that the portal reads; names and meanings are the contract's. */

export interface ConsentRecord {
  id: string;
  purpose: string;
  categories: string[];
  recipientId: string | null;
  state: string;
  noticeId: string;
  noticeVersion: number;
  givenAt: string | null;
  withdrawnAt: string | null;
  expiresAt: string | null;
  decidedBy: string | null;
  decidedAs: string | null;
}

/** A child for whom the person signed in decides as guardian, until `endsOn`. */
export interface Ward {
  customerId: string;
  relation: string;
  endsOn: string;
}

export interface ConsentText {
  purpose: string;
  language: string;
  body: string;
  sha256: string;
  separate: boolean;
}

export interface PrivacyNotice {
  id: string;
  version: number;
  audience: string;
  language: string;
  title: string;
  body: string;
  sha256: string;
  effectiveFrom: string;
}

export interface AccessEvent {
  eventId: string;
  occurredAt: string;
  actorKind: string;
  actorId: string;
  organization: string | null;
  purpose: string;
  fields: string[];
  permitted: boolean;
  decisionId: string | null;
  logIndex: string | null;
}

export interface AccessConnection {
  edges: { node: AccessEvent; cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface InclusionProof {
  eventId: string;
  logIndex: string;
  leaf: string;
  leafHash: string;
  hashes: string[];
  checkpoint: string;
}

export interface Policy {
  number: string | null;
  product: string | null;
  insurer: string | null;
  startOn: string | null;
  endOn: string | null;
  sumInsured: string | null;
  premium: string | null;
  role: string | null;
}

export interface Customer {
  id: string;
  name: string | null;
  idType: string | null;
  idNumber: string | null;
  gender: string | null;
  birthDate: string | null;
  mobile: string | null;
  email: string | null;
  address: string | null;
  policies: Policy[];
  decision: { id: string; permitted: boolean; purpose: string; legalBasis: string | null; reason: string; ruleVersion: string } | null;
}
