package org.shouxin.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other sites do not use a person's session. */
class OriginCheckTest {

  @ParameterizedTest
  @CsvSource({
    // authorization, origin, own header, allowed
    ",https://portal.example,,true",
    ",https://portal.example,1,true",
    ",,1,true",
    ",,,false",
    ",https://evil.example,,false",
    ",https://evil.example,1,false",
    ",https://portal.example.evil.example,1,false",
    ",http://portal.example,1,false",
    ",null,1,false",
    "Bearer x,https://evil.example,,true",
    "Bearer x,,,true"
  })
  void aSessionIsUsedByOurOwnPagesOnly(
      @Nullable String authorization,
      @Nullable String origin,
      @Nullable String header,
      boolean allowed) {
    OriginCheck check = new OriginCheck("https://portal.example", authorization, origin, header);
    assertThat(catchThrowable(check::requireOwnSite) == null).isEqualTo(allowed);
  }
}
