package org.shouxin.records.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.records.RecordsServiceTest;

/** Issue 3, 8: what a request said is in no buffer that outlives it. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ForgottenBuffersTest {
  @Inject ObjectMapper json;

  @Test
  void jsonIsReadAndWrittenWithoutPooledBuffersByTheServiceAndByItsCopies() {
    assertThat(json.getFactory()._getRecyclerPool()).isSameAs(JsonRecyclerPools.nonRecyclingPool());
    assertThat(json.copy().getFactory()._getRecyclerPool())
        .isSameAs(JsonRecyclerPools.nonRecyclingPool());
  }
}
