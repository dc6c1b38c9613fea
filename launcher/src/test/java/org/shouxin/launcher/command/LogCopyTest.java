package org.shouxin.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogCopyTest {
  @Test
  void tilesAreNamedAsTlogTilesSays() {
    assertThat(LogCopy.name(0)).isEqualTo("000");
    assertThat(LogCopy.name(999)).isEqualTo("999");
    assertThat(LogCopy.name(1_234_067)).isEqualTo("x001/x234/067");
  }
}
