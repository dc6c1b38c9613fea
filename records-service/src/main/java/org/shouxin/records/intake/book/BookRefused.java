package org.shouxin.records.intake.book;

/** A file that is not read any further. The message holds nothing of the file. */
public final class BookRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final BookFault fault;

  public BookRefused(BookFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  public BookRefused(BookFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  public BookFault fault() {
    return fault;
  }
}
