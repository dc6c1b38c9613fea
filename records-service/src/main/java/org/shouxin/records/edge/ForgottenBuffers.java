package org.shouxin.records.edge;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * JSON is read and written without pooled buffers: a pooled one keeps the numbers of a request in
 * the heap until somebody else's request happens to overwrite them (issue 3, 8).
 */
@Singleton
class ForgottenBuffers implements ObjectMapperCustomizer {

  /** After whoever sets a pool. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
  }
}
