package org.shouxin.platform.http;

import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.DROP;
import static io.opentelemetry.sdk.trace.samplers.SamplingDecision.RECORD_AND_SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSamplingTest {
  private static final String LOW = "0123456789abcdef0123456789abcdef";
  private static final String HIGH = "0123456789abcdef7fffffffffffffff";

  @Test
  void withoutAShareNothingIsTracedWhateverTheCallerSays() {
    assertThat(decision(0, LOW, TraceFlags.getSampled())).isEqualTo(DROP);
    assertThat(decision(1, LOW, TraceFlags.getDefault())).isEqualTo(RECORD_AND_SAMPLE);
  }

  @Test
  void everyServiceChoosesTheSameTraces() {
    assertThat(decision(0.5, LOW, TraceFlags.getDefault())).isEqualTo(RECORD_AND_SAMPLE);
    assertThat(decision(0.5, HIGH, TraceFlags.getSampled())).isEqualTo(DROP);
  }

  @Test
  void aShareOfMoreThanAllStopsTheStartAndIsNamed() {
    assertThatThrownBy(() -> new TraceSampling().sampler(1.5))
        .hasMessage("start refused: shouxin.tracing.sampled: must be from 0 to 1");
  }

  private static SamplingDecision decision(double share, String trace, TraceFlags said) {
    Context caller =
        Context.root()
            .with(
                Span.wrap(
                    SpanContext.createFromRemoteParent(
                        trace, "0123456789abcdef", said, TraceState.getDefault())));
    return new TraceSampling()
        .sampler(share)
        .shouldSample(caller, trace, "GET", SpanKind.SERVER, Attributes.empty(), List.of())
        .getDecision();
  }
}
