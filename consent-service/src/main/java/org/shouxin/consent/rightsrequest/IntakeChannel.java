package org.shouxin.consent.rightsrequest;

/** How a request that staff record reached them (R-CP-02: all channels make one case). */
enum IntakeChannel {
  COUNTER,
  PHONE,
  LETTER
}
