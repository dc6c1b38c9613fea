package org.shouxin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTilesTest {
  @Test
  void tilesAreNamedAsTlogTilesSays() {
    assertThat(LogTiles.name(0)).isEqualTo("000");
    assertThat(LogTiles.name(999)).isEqualTo("999");
    assertThat(LogTiles.name(1_234_067)).isEqualTo("x001/x234/067");
  }
}
