/**
 * Documents that people read and keep, as PDF in Chinese and English: receipts, certificates,
 * copies, notices. One is printed at a time; only the font is held between two, softly.
 */
@NullMarked
package org.shouxin.platform.document;

import org.jspecify.annotations.NullMarked;
