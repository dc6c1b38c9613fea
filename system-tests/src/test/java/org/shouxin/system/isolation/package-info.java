/** Controllers never mix: every operation of the schema, asked with what belongs to another one. */
@NullMarked
package org.shouxin.system.isolation;

import org.jspecify.annotations.NullMarked;
