package org.shouxin.platform.identity;

import java.util.regex.Pattern;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** A data controller (个人信息处理者, PIPL 73), for example {@code ctl-donghai}. */
public record ControllerId(String value) {
  private static final Pattern SHAPE = Pattern.compile("ctl-[a-z0-9][a-z0-9-]{0,40}");

  public ControllerId {
    if (!SHAPE.matcher(value).matches()) {
      throw new ProblemException(ProblemCode.ID_MALFORMED);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
