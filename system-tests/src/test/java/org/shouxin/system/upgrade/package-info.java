/** Two versions of the system on one database at once (issue 10, D-102). */
@org.jspecify.annotations.NullMarked
package org.shouxin.system.upgrade;
