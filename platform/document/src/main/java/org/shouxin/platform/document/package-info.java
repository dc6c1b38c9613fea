/**
 * Documents that people read and keep, as PDF in Chinese and English: receipts, certificates,
 * copies, notices. The writer holds nothing between two documents.
 */
@NullMarked
package org.shouxin.platform.document;

import org.jspecify.annotations.NullMarked;
