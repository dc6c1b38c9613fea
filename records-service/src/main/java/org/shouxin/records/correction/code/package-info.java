/**
 * One-time codes that prove who holds a mobile number (R-RC-03, DR-03), and how they are delivered.
 */
@NullMarked
package org.shouxin.records.correction.code;

import org.jspecify.annotations.NullMarked;
