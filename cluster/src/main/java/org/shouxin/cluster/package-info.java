/** What an operator of a cluster prepares on a machine: images and secrets. */
@NullMarked
package org.shouxin.cluster;

import org.jspecify.annotations.NullMarked;
