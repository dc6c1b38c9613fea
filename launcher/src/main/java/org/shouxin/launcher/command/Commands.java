package org.shouxin.launcher.command;

import picocli.CommandLine.Command;

/** All commands of the script, except those that the script itself carries out. */
@Command(
    name = "shouxin",
    mixinStandardHelpOptions = true,
    version = "Shouxin 0.1.0",
    description = "守信 Shouxin on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ResetCommand.class,
      TokenCommand.class,
      ImportCommand.class,
      ExportLogCommand.class,
      BackupCommand.class,
      RestoreDrillCommand.class,
      RestoreCommand.class,
      ClusterDrillCommand.class,
      StoryCommand.class,
      VerifyPackageCommand.class
    })
public final class Commands {}
