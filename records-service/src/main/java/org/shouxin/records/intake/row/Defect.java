package org.shouxin.records.intake.row;

import org.shouxin.records.quality.DefectCode;

/**
 * One fault of a row.
 *
 * @param column name of the column; "" when the row as a whole is meant
 */
public record Defect(String column, DefectCode code) {}
