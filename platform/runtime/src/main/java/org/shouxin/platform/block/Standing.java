package org.shouxin.platform.block;

/** Whether an actor may go on. */
public sealed interface Standing {
  /** Nothing stands against it. */
  record Open() implements Standing {}

  /** A person has to sign in anew first; a partner goes on at a narrowed pace. */
  record StepUp() implements Standing {}

  /** No access until a reviewer has decided. */
  record Out() implements Standing {}
}
