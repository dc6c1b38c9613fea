package org.shouxin.launcher.packageverifier;

/** The first thing that is wrong, and where: a file, or a file and the number of an item in it. */
public final class Broken extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String place;

  Broken(Fault fault, String place) {
    super(fault + " " + place);
    this.fault = fault;
    this.place = place;
  }

  public Fault fault() {
    return fault;
  }

  /** File, or {@code file item n} with n from 1. */
  public String place() {
    return place;
  }

  /** One line for people. */
  public String line() {
    return "FAIL  " + fault + " " + place + ": " + fault.words();
  }
}
