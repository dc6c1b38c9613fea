package org.shouxin.gateway.neighbour;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;

/** Reads answers of services by the fields that the gateway declares and ignores the others. */
@ApplicationScoped
public class TolerantReader implements ContextResolver<ObjectMapper> {
  private final ObjectMapper tolerant;

  @Inject
  TolerantReader(ObjectMapper strict) {
    this.tolerant = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return tolerant;
  }
}
