package org.shouxin.records.vault;

import java.math.BigInteger;
import java.util.Set;

/**
 * The points of edwards25519 whose order divides eight, in all their encodings. As a public key any
 * of them lets everybody sign anything, since the message hardly counts (RFC 8032 section 5.1.7
 * leaves the check to who needs it).
 */
final class LowOrder {
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** The y of the points of order eight. */
  private static final BigInteger EIGHTH =
      new BigInteger("5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);

  private static final Set<BigInteger> Y =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          PRIME.subtract(BigInteger.ONE),
          EIGHTH,
          PRIME.subtract(EIGHTH));

  private LowOrder() {}

  /** Whether 32 bytes of RFC 8032 are such a point, whatever their sign, reduced or not. */
  static boolean includes(byte[] point) {
    byte[] bigEndian = new byte[point.length];
    for (int i = 0; i < point.length; i++) {
      bigEndian[point.length - 1 - i] = point[i];
    }
    bigEndian[0] &= 0x7f;
    return Y.contains(new BigInteger(1, bigEndian).mod(PRIME));
  }
}
