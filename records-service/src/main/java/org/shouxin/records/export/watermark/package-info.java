/**
 * The invisible mark of an exported sheet: which of two equal renderings a value has, and rows of
 * people who do not exist (R-RC-15). Pure code; docs/watermark.md says what it withstands.
 */
@NullMarked
package org.shouxin.records.export.watermark;

import org.jspecify.annotations.NullMarked;
