/**
 * The transfer dossier (转让档案) for the regulator: what was done, when, by whom and with what proof,
 * without a customer in it; signed, printed, its digest in the log (R-BT-01, K-17).
 */
@NullMarked
package org.shouxin.records.transfer.dossier;

import org.jspecify.annotations.NullMarked;
