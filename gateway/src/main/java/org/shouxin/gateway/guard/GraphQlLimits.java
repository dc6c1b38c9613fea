package org.shouxin.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What one GraphQL request may ask for at most; checked before anything is executed (R-PT-03). */
@ConfigMapping(prefix = "shouxin.graphql")
public interface GraphQlLimits {

  /** Whether {@code __schema} and {@code __type} are answered, and GraphiQL is served. */
  @WithDefault("false")
  boolean introspection();

  /** Whether partners may run trusted documents only; people and the portal are not concerned. */
  @WithDefault("false")
  boolean trustedDocuments();

  /** Folder with further trusted documents, {@code *.graphql}, read at the start. */
  Optional<Path> trustedDocumentsDir();

  /** Bytes of a request body. */
  @WithDefault("65536")
  int maxBodyBytes();

  /** Characters of a document. */
  @WithDefault("16384")
  int maxDocumentLength();

  /** Tokens of a document. */
  @WithDefault("3000")
  int maxTokens();

  /** Nesting of fields; {@code customers.edges.node.policies.number} is 5. */
  @WithDefault("8")
  int maxDepth();

  /** Aliased fields of an operation. */
  @WithDefault("20")
  int maxAliases();

  /**
   * Cost of an operation: 1 a field, times the page size below a connection, times {@value
   * OperationCheck#LIST_FACTOR} below another list; {@value OperationCheck#CALL_COST} for each
   * field of Query and Mutation, which is a call to a service with a decision and an audit event.
   */
  @WithDefault("5000")
  int maxCost();
}
