/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CustomerFactors = {
  readonly idNumber?: string | null | undefined;
  readonly mobile?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly policyNumber?: string | null | undefined;
};

export type AcknowledgeStopOrderMutationVariables = Exact<{
  id: string | number;
}>;


export type AcknowledgeStopOrderMutation = { readonly acknowledgeStopOrder: { readonly id: string, readonly state: string, readonly acknowledgedAt: string | null } };

export type CustomerQueryVariables = Exact<{
  id: string | number;
  purpose: string;
}>;


export type CustomerQuery = { readonly customer: { readonly id: string, readonly name: string | null, readonly idType: string | null, readonly idNumber: string | null, readonly gender: string | null, readonly birthDate: string | null, readonly mobile: string | null, readonly email: string | null, readonly address: string | null, readonly policies: ReadonlyArray<{ readonly number: string | null, readonly product: string | null, readonly insurer: string | null, readonly startOn: string | null, readonly endOn: string | null, readonly sumInsured: string | null, readonly premium: string | null, readonly role: string | null }>, readonly decision: { readonly id: string, readonly permitted: boolean, readonly purpose: string, readonly legalBasis: string | null, readonly reason: string, readonly ruleVersion: string, readonly consentRecordId: string | null } } | null };

export type CustomersQueryVariables = Exact<{
  purpose: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { readonly customers: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly name: string | null, readonly mobile: string | null, readonly policies: ReadonlyArray<{ readonly number: string | null, readonly product: string | null, readonly endOn: string | null }>, readonly decision: { readonly id: string, readonly reason: string, readonly consentRecordId: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FindCustomerQueryVariables = Exact<{
  factors: CustomerFactors;
  purpose: string;
}>;


export type FindCustomerQuery = { readonly findCustomer: { readonly id: string, readonly name: string | null, readonly idType: string | null, readonly idNumber: string | null, readonly gender: string | null, readonly birthDate: string | null, readonly mobile: string | null, readonly email: string | null, readonly address: string | null, readonly policies: ReadonlyArray<{ readonly number: string | null, readonly product: string | null, readonly insurer: string | null, readonly startOn: string | null, readonly endOn: string | null, readonly sumInsured: string | null, readonly premium: string | null, readonly role: string | null }>, readonly decision: { readonly id: string, readonly permitted: boolean, readonly purpose: string, readonly legalBasis: string | null, readonly reason: string, readonly ruleVersion: string, readonly consentRecordId: string | null } } | null };

export type StopOrdersQueryVariables = Exact<{
  open?: boolean | null | undefined;
}>;


export type StopOrdersQuery = { readonly stopOrders: ReadonlyArray<{ readonly id: string, readonly consentRecordId: string, readonly customerId: string, readonly purpose: string, readonly state: string, readonly orderedAt: string, readonly dueAt: string, readonly acknowledgedAt: string | null }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const AcknowledgeStopOrderDocument = new TypedDocumentString(`
    mutation AcknowledgeStopOrder($id: ID!) {
  acknowledgeStopOrder(stopOrderId: $id) {
    id
    state
    acknowledgedAt
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeStopOrderMutation, AcknowledgeStopOrderMutationVariables>;
export const CustomerDocument = new TypedDocumentString(`
    query Customer($id: ID!, $purpose: String!) {
  customer(id: $id, purpose: $purpose) {
    id
    name
    idType
    idNumber
    gender
    birthDate
    mobile
    email
    address
    policies {
      number
      product
      insurer
      startOn
      endOn
      sumInsured
      premium
      role
    }
    decision {
      id
      permitted
      purpose
      legalBasis
      reason
      ruleVersion
      consentRecordId
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerQuery, CustomerQueryVariables>;
export const CustomersDocument = new TypedDocumentString(`
    query Customers($purpose: String!, $first: Int, $after: String) {
  customers(purpose: $purpose, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        mobile
        policies {
          number
          product
          endOn
        }
        decision {
          id
          reason
          consentRecordId
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CustomersQuery, CustomersQueryVariables>;
export const FindCustomerDocument = new TypedDocumentString(`
    query FindCustomer($factors: CustomerFactors!, $purpose: String!) {
  findCustomer(factors: $factors, purpose: $purpose) {
    id
    name
    idType
    idNumber
    gender
    birthDate
    mobile
    email
    address
    policies {
      number
      product
      insurer
      startOn
      endOn
      sumInsured
      premium
      role
    }
    decision {
      id
      permitted
      purpose
      legalBasis
      reason
      ruleVersion
      consentRecordId
    }
  }
}
    `) as unknown as TypedDocumentString<FindCustomerQuery, FindCustomerQueryVariables>;
export const StopOrdersDocument = new TypedDocumentString(`
    query StopOrders($open: Boolean) {
  stopOrders(open: $open) {
    id
    consentRecordId
    customerId
    purpose
    state
    orderedAt
    dueAt
    acknowledgedAt
  }
}
    `) as unknown as TypedDocumentString<StopOrdersQuery, StopOrdersQueryVariables>;