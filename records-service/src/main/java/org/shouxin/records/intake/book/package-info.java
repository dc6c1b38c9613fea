/**
 * From the bytes of a CSV or XLSX file to rows of text, within bounds; knows nothing of insurance.
 */
@NullMarked
package org.shouxin.records.intake.book;

import org.jspecify.annotations.NullMarked;
