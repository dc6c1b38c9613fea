package org.shouxin.launcher.packageverifier;

/** What can be wrong with a package; the same codes as the service's. */
public enum Fault {
  PACKAGE_UNREADABLE("清单无法读取", "the manifest cannot be read"),
  PACKAGE_UNSIGNED("清单不是由所给公钥签署", "the manifest is not signed by the key that was given"),
  PACKAGE_OF_ANOTHER_TRANSFER("属于另一项转让", "belongs to another transfer"),
  PACKAGE_NOT_FOR_US("无法用接收方私钥打开", "does not open with the receiver's key"),
  PACKAGE_CHANGED("与清单不符", "is not what the manifest says"),
  PACKAGE_ITEM_MISSING("缺失", "is missing"),
  PACKAGE_ITEM_DOUBLED("重复", "occurs twice"),
  PACKAGE_ENTRY_UNPROVEN("不在转出方日志之中", "does not stand in the seller's log"),
  PACKAGE_COUNTS_DIFFER("数目不符", "the counts do not add up");

  private final String zh;
  private final String en;

  Fault(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String words() {
    return zh + " / " + en;
  }
}
