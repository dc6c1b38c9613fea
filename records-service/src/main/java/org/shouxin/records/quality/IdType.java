package org.shouxin.records.quality;

/** DR-04: kinds of identity documents ({@code id_type}). */
public enum IdType {
  /** 居民身份证, 临时身份证. */
  RIC,
  /** 户口簿, for minors without card. */
  HKB,
  /** 中国护照. */
  CNP,
  /** 外国护照. */
  FPP,
  /** 港澳居民来往内地通行证. */
  HMT,
  /** 台湾居民来往大陆通行证. */
  TWT,
  /** 港澳居民居住证. */
  HRP,
  /** 台湾居民居住证. */
  TRP,
  /** 外国人永久居留身份证. */
  FPR,
  /** 军官证, 士兵证, 武警证. */
  MIL,
  /** 出生医学证明. */
  BIR,
  /** 统一社会信用代码. */
  ORG
}
