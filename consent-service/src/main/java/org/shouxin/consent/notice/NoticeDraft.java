package org.shouxin.consent.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compliance officer submits for publication.
 *
 * @param effectiveFrom from when it is the current notice; at once when missing
 * @param texts one a language; zh-CN must be among them
 */
record NoticeDraft(
    @NotBlank String audience,
    @Nullable OffsetDateTime effectiveFrom,
    @NotNull @Size(min = 1, max = 2) List<@NotNull @Valid NoticeText> texts) {

  /** One text a language. */
  @AssertTrue(message = "each language stands once")
  boolean isEachLanguageOnce() {
    return texts.stream().map(text -> text == null ? null : text.language()).distinct().count()
        == texts.size();
  }
}
