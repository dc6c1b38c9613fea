package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.startup.DeploymentMode;

/**
 * Where a webhook may lead: in production by https to a public address, so that the service is not
 * made to call into its own network (OWASP ASVS 5.0, 1.3.6). Asked when an address is registered
 * and again before each call, since a name may lead elsewhere by then. Between that look and the
 * call a name server that answers each question differently has milliseconds; the network policy
 * stands behind it.
 */
@ApplicationScoped
class WebhookTargets {
  private static final String FORM = "https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?";

  private final boolean demo;

  @Inject
  WebhookTargets(DeploymentMode mode) {
    this(mode.isDemo());
  }

  WebhookTargets(boolean demo) {
    this.demo = demo;
  }

  /**
   * The address, when a webhook may be registered there.
   *
   * @throws ProblemException REQUEST_INVALID otherwise
   */
  URI require(String address) {
    @Nullable URI url = address.matches(FORM) ? URI.create(address) : null;
    if (url == null || url.getHost() == null || url.getUserInfo() != null) {
      throw refused("not an address");
    }
    if (demo) {
      return url;
    }
    if (!"https".equals(url.getScheme())) {
      throw refused("must be https");
    }
    try {
      if (leadsInside(url)) {
        throw refused("must not be an inner address");
      }
    } catch (UnknownHostException unknown) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The host is not known.", unknown);
    }
    return url;
  }

  /** Whether it may be called now. */
  boolean mayBeCalled(URI url) throws UnknownHostException {
    return demo || !leadsInside(url);
  }

  private static boolean leadsInside(URI url) throws UnknownHostException {
    for (InetAddress target : InetAddress.getAllByName(url.getHost())) {
      if (isInner(target)) {
        return true;
      }
    }
    return false;
  }

  /** An address that means something else, or nothing, outside of the own network (RFC 6890). */
  static boolean isInner(InetAddress target) {
    byte[] bytes = target.getAddress();
    int first = Byte.toUnsignedInt(bytes[0]);
    int second = Byte.toUnsignedInt(bytes[1]);
    return target.isLoopbackAddress()
        || target.isAnyLocalAddress()
        || target.isSiteLocalAddress()
        || target.isLinkLocalAddress()
        || target.isMulticastAddress()
        || (target instanceof Inet6Address
            ? isSpecial6(first, second)
            : isSpecial4(first, second, Byte.toUnsignedInt(bytes[2])));
  }

  /** Embeds another address (::/8 with 64:ff9b::/96, 2002::/16) or is unique local (fc00::/7). */
  private static boolean isSpecial6(int first, int second) {
    return first == 0 || (first == 0x20 && second == 0x02) || (first & 0xfe) == 0xfc;
  }

  /** This network, carriers' own (100.64/10), protocols' (192.0.0/24), benchmarks' (198.18/15). */
  private static boolean isSpecial4(int first, int second, int third) {
    return first == 0
        || first >= 240
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && third == 0)
        || (first == 198 && (second & 0xfe) == 18);
  }

  private static ProblemException refused(String why) {
    return new ProblemException(ProblemCode.REQUEST_INVALID, "The webhook address " + why + ".");
  }
}
