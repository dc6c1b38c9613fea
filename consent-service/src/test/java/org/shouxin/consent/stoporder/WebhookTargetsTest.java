package org.shouxin.consent.stoporder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.platform.problem.ProblemException;

/** Nobody makes the service call into its own network (OWASP ASVS 5.0, 1.3.6). */
class WebhookTargetsTest {
  private final WebhookTargets production = new WebhookTargets(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "::a00:1",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255"
      })
  void anAddressOfAnInnerNetworkIsNoTarget(String address) throws UnknownHostException {
    assertThat(WebhookTargets.isInner(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "2400:3200::1"
      })
  void anAddressOfTheWorldIsOne(String address) throws UnknownHostException {
    assertThat(WebhookTargets.isInner(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/hook",
        "https://127.0.0.1/hook",
        "https://localhost/hook",
        "https://someone@8.8.8.8/hook",
        "https://8.8.8.8/hook?to=1",
        "https://8.8.8.8/hook#x",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "https://2130706433/",
        "https:///hook"
      })
  void whatLeadsInsideOrHidesWhereItLeadsIsRefused(String address) {
    assertThatThrownBy(() -> production.require(address))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("REQUEST_INVALID");
  }

  @Test
  void anAddressIsLookedAtAgainBeforeEachCall() throws UnknownHostException {
    assertThat(production.mayBeCalled(URI.create("https://localhost/hook"))).isFalse();
    assertThat(production.mayBeCalled(URI.create("https://8.8.8.8/hook"))).isTrue();
    assertThat(new WebhookTargets(true).mayBeCalled(URI.create("http://localhost/hook"))).isTrue();
  }
}
