/** The secrets that k8s/README.md lists, made fresh as files. */
@NullMarked
package org.shouxin.cluster.secret;

import org.jspecify.annotations.NullMarked;
