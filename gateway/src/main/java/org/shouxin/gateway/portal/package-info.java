/**
 * What only the consent portal needs: who is signed in, the way in, and GraphQL operations that
 * tell a customer about purposes, recipients, earlier notices and the log's key. The pages are
 * under {@code src/main/resources/web}.
 */
@NullMarked
package org.shouxin.gateway.portal;

import org.jspecify.annotations.NullMarked;
