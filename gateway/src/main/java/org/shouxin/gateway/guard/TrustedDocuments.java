package org.shouxin.gateway.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The documents that partners may run where trusted documents are on (R-PT-03): those that come
 * with the product and those that an operator put into a folder. A document is named by {@code
 * sha256:} and the digest of its exact text; sending the whole text is the same.
 */
@ApplicationScoped
class TrustedDocuments {
  static final String FOLDER = "trusted-documents";
  private static final String SUFFIX = ".graphql";
  private static final String PREFIX = "sha256:";

  private final Map<String, String> texts = new HashMap<>();
  private final boolean required;

  @Inject
  TrustedDocuments(GraphQlLimits limits) {
    this.required = limits.trustedDocuments();
    shipped().forEach(this::trust);
    limits.trustedDocumentsDir().ifPresent(folder -> inFolder(folder).forEach(this::trust));
  }

  /**
   * The request with its document.
   *
   * @param partner whether the caller is a partner, who may run trusted documents only
   * @throws ProblemException {@code QUERY_NOT_TRUSTED}
   */
  GraphQlRequest resolve(GraphQlRequest request, boolean partner) {
    String id = request.documentId();
    String query = request.query();
    if (id != null) {
      String text = texts.get(id);
      if (text == null || (query != null && !query.equals(text))) {
        throw new ProblemException(ProblemCode.QUERY_NOT_TRUSTED);
      }
      return request.with(text);
    }
    if (required && partner && !texts.containsKey(idOf(Objects.requireNonNull(query)))) {
      throw new ProblemException(ProblemCode.QUERY_NOT_TRUSTED);
    }
    return request;
  }

  /** The id of a document's text. */
  static String idOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }

  private void trust(String text) {
    texts.put(idOf(text), text);
  }

  /** The product's own documents, as the file {@code index} lists them. */
  static List<String> shipped() {
    return resource("index").lines().map(name -> resource(name + SUFFIX)).toList();
  }

  private static String resource(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(FOLDER + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + "/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(TrustedDocuments::text)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
