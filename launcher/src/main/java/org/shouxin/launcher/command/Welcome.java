package org.shouxin.launcher.command;

import org.shouxin.launcher.Component;
import org.shouxin.launcher.Layout;

/** What people read when everything is up: where it is, and three commands to try. */
final class Welcome {
  private Welcome() {}

  static String text(Layout layout, double seconds) {
    return """

    守信 Shouxin is up after %.0f s.
      Portal    %s/        sign in as li.lei, password shouxin-demo
      GraphQL   %s/graphql
      Services  consent %s · records %s · audit %s
      Keycloak  %s/realms/shouxin
      Files     %s (logs, data, secrets)

    Try:
      ./shouxin status
      curl -s %s/graphql -H "Authorization: Bearer $(./shouxin token li.lei)" -H 'Content-Type: application/json' \\
        -d '{"query":"{ customers(purpose: \\"P-01\\") { edges { node { id name mobile decision { reason } } } } }"}'
      curl -s %s/tlog/checkpoint

    Ctrl-C or ./shouxin down stops it; the data is kept. The tour is in README.md.
    """
        .formatted(
            seconds,
            layout.url(Component.GATEWAY),
            layout.url(Component.GATEWAY),
            layout.url(Component.CONSENT),
            layout.url(Component.RECORDS),
            layout.url(Component.AUDIT),
            layout.url(Component.KEYCLOAK),
            layout.home(),
            layout.url(Component.GATEWAY),
            layout.url(Component.AUDIT));
  }
}
