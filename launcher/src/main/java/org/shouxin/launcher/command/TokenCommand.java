package org.shouxin.launcher.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.keycloak.TokenEndpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an access token and nothing else. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints an access token of the demo realm, valid for five minutes.")
final class TokenCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(
      paramLabel = "USER-OR-CLIENT",
      description = "e.g. li.lei, wang.manager or partner-haiyun")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    var keycloak = home.runningLayout().url(Component.KEYCLOAK);
    System.out.println(TokenEndpoint.at(keycloak).accessToken(name));
    return 0;
  }
}
