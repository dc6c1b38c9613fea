package org.shouxin.gateway.guard;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Parses documents, bounded in characters and tokens. */
@ApplicationScoped
class Documents {
  private final int maxLength;
  private final ParserOptions options;

  @Inject
  Documents(GraphQlLimits limits) {
    this.maxLength = limits.maxDocumentLength();
    this.options =
        ParserOptions.newParserOptions()
            .maxCharacters(limits.maxDocumentLength())
            .maxTokens(limits.maxTokens())
            .maxWhitespaceTokens(limits.maxDocumentLength())
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();
  }

  /**
   * The document.
   *
   * @throws ProblemException {@code QUERY_TOO_LARGE}, {@code QUERY_UNREADABLE} with line and column
   */
  Document parse(String text) {
    if (text.length() > maxLength) {
      throw new ProblemException(ProblemCode.QUERY_TOO_LARGE);
    }
    try {
      return new Parser()
          .parseDocument(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(options)
                  .build());
    } catch (ParseCancelledException tooLarge) {
      throw new ProblemException(ProblemCode.QUERY_TOO_LARGE, null, tooLarge);
    } catch (InvalidSyntaxException unreadable) {
      // The parser's message quotes the document, which may hold personal values.
      var at = unreadable.getLocation();
      throw new ProblemException(
          ProblemCode.QUERY_UNREADABLE,
          at == null
              ? null
              : "syntax error at line %d, column %d".formatted(at.getLine(), at.getColumn()));
    }
  }
}
