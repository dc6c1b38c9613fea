package org.shouxin.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * JSON as the services speak it: unknown fields, doubled fields, trailing text, deep nesting and
 * overlong values are refused; times are RFC 3339 text. Where a path takes wide bodies, its limit
 * bounds values too, and {@link JsonBodyLimit} those of all other paths.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
  private static final int DEEPEST = 20;
  private static final int LONGEST_VALUE = 64 * 1024;

  private final int longest;

  @Inject
  StrictJson(
      @ConfigProperty(name = "shouxin.http.wide-json-limit") MemorySize wide,
      @ConfigProperty(name = "shouxin.http.wide-json-paths") Optional<Set<String>> widePaths) {
    this.longest = widePaths.isEmpty() ? LONGEST_VALUE : Math.toIntExact(wide.asLongValue());
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    JsonFactory factory = mapper.getFactory();
    factory.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
    factory.configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature(), false);
    factory.setStreamReadConstraints(
        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(longest).build());
  }
}
