import {
  AcknowledgeStopOrderDocument,
  CustomersDocument,
  FindCustomerDocument,
  StopOrdersDocument,
  type CustomerFactors,
  type CustomersQuery,
  type FindCustomerQuery,
  type TypedDocumentString,
} from './generated.js';

export interface Settings {
  /** Address of the gateway, e.g. http://localhost:8080. */
  gateway: string;
  /** Token endpoint, e.g. http://localhost:8180/realms/shouxin/protocol/openid-connect/token. */
  tokens: string;
  client: string;
  secret: string;
}

/** What the gateway refused, by its stable code (docs/problems.md). */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const PURPOSE = 'P-12';

/** Ids of the trusted documents (docs/partner-guide.md): production runs these and no other text. */
const TRUSTED = new Map<unknown, string>([
  [FindCustomerDocument, 'sha256:9689af8127188f716e924eef6a9cbe47b963a9a345369dadce117c4d85e304a4'],
  [CustomersDocument, 'sha256:fdef90ed2bb2554a27313cb8951edc26e31c78a79d13f4a1da6ca5c132bfdc61'],
  [StopOrdersDocument, 'sha256:a9a0f059c490bad6048a3c617d1db4d769672c4accc1fcdaf2e08dbeb407d04b'],
  [AcknowledgeStopOrderDocument, 'sha256:e036097dbd491d494213c9da6545770109a6dea5bbea66293f0ab8ec2db1a0fb'],
]);

/** A partner's client: documents and types are generated from the schema and the trusted documents. */
export class PartnerClient {
  #token = '';

  constructor(private readonly settings: Settings) {}

  /** At most one person by two factors or more; null when unknown or not shared with you, alike. */
  async find(factors: CustomerFactors): Promise<FindCustomerQuery['findCustomer']> {
    return (await this.#ask(FindCustomerDocument, { factors, purpose: PURPOSE })).findCustomer;
  }

  /** Everybody who shares with you, page by page. */
  async *list(): AsyncGenerator<CustomersQuery['customers']['edges'][number]['node']> {
    let after: string | null = null;
    do {
      const { customers }: CustomersQuery = await this.#ask(CustomersDocument, { purpose: PURPOSE, first: 50, after });
      for (const { node } of customers.edges) yield node;
      after = customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null;
    } while (after !== null);
  }

  /** Stops what customers withdrew, and says so: `stop` forgets a person's data on your side. */
  async obey(stop: (customerId: string) => Promise<void>): Promise<void> {
    const { stopOrders } = await this.#ask(StopOrdersDocument, { open: true });
    for (const { id, customerId } of stopOrders) {
      await stop(customerId);
      await this.#ask(AcknowledgeStopOrderDocument, { id });
    }
  }

  /** Asks once more with a new token when the old one has expired (five minutes). */
  async #ask<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R> {
    let response = await this.#post(TRUSTED.get(document), variables);
    if (response.status === 401) {
      this.#token = await this.#newToken();
      response = await this.#post(TRUSTED.get(document), variables);
    }
    const answer = (await response.json()) as { data?: R; code?: string; errors?: { extensions?: { code?: string } }[] };
    // A field that the purpose does not include is null and named by an error; the others are there.
    const code = answer.code ?? answer.errors?.map(({ extensions }) => extensions?.code).find(each => each !== 'FIELD_NOT_PERMITTED');
    if (code !== undefined || !answer.data) throw new Refused(code ?? `HTTP_${response.status}`);
    return answer.data;
  }

  #post(documentId: string | undefined, variables: unknown): Promise<Response> {
    return fetch(`${this.settings.gateway}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        Authorization: `Bearer ${this.#token}`,
      },
      body: JSON.stringify({ documentId, variables }),
    });
  }

  async #newToken(): Promise<string> {
    const { client, secret, tokens } = this.settings;
    const response = await fetch(tokens, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}
