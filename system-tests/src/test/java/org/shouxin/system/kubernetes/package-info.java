/** The rendered Kubernetes manifests against the rules of style.md 27 and against the services. */
@NullMarked
package org.shouxin.system.kubernetes;

import org.jspecify.annotations.NullMarked;
