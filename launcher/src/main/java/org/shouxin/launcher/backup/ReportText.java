package org.shouxin.launcher.backup;

import java.util.List;

/** The report of a drill for people, in Chinese and English. */
final class ReportText {
  private ReportText() {}

  static String chinese(DrillReport r) {
    return """
    恢复演练报告 %s
    结论：%s
    开始：%s    结束：%s
    记录备份：%s    密钥备份：%s
    恢复点目标（RPO）：此刻最多丢失 %d 秒的数据
    恢复时间（RTO）：%d 秒
    核对：%d 张表、%d 行，与备份时的行数和摘要逐表比较
    销毁名册：%d 项（人员或单项记录）%s；备份中仍有密钥、已再次销毁：%d 人；备份中仍在、已再次销毁的单项记录：%d 项
    尝试读取已销毁的人员和记录：%d 项；对照（未销毁）：%d 人中 %d 人可读
    审计日志：恢复出的检查点 %d 条，已签名 %d 条；低于已签名处不再签名
    %s\
    """
        .formatted(
            r.id(),
            r.passed() ? "通过" : "未通过",
            r.startedAt(),
            r.endedAt(),
            r.recordsBackup(),
            r.keysBackup(),
            r.rpoSeconds(),
            r.rtoSeconds(),
            r.tablesCompared(),
            r.rowsCompared(),
            r.ledgerEntries(),
            r.ledgerRebuilt() ? "（名册缺失，已由日志重建）" : "",
            r.revived(),
            r.recordsRevived(),
            r.erasedTried(),
            r.livingTried(),
            r.livingOpened(),
            r.restoredLogSize(),
            r.signedLogSize(),
            faults("问题：", r.faults()));
  }

  static String english(DrillReport r) {
    return """
    Restore drill %s
    Result: %s
    Started: %s    Ended: %s
    Backup of the records: %s    of the keys: %s
    Recovery point (RPO): at most %d s of data would be lost now
    Recovery time (RTO): %d s
    Compared: %d tables, %d rows, count and digest of each with those of the backup
    Erasure ledger: %d people or single records%s; keys still in the backups and destroyed again: %d
    Single records still in the backups and destroyed again: %d
    Erased people and records tried: %d; others tried as a control: %d, of whom %d opened
    Audit log: restored checkpoint %d entries, signed %d; nothing is signed below that
    %s\
    """
        .formatted(
            r.id(),
            r.passed() ? "passed" : "FAILED",
            r.startedAt(),
            r.endedAt(),
            r.recordsBackup(),
            r.keysBackup(),
            r.rpoSeconds(),
            r.rtoSeconds(),
            r.tablesCompared(),
            r.rowsCompared(),
            r.ledgerEntries(),
            r.ledgerRebuilt() ? " (it was missing and was rebuilt from the log)" : "",
            r.revived(),
            r.recordsRevived(),
            r.erasedTried(),
            r.livingTried(),
            r.livingOpened(),
            r.restoredLogSize(),
            r.signedLogSize(),
            faults("Fault: ", r.faults()));
  }

  private static String faults(String word, List<String> faults) {
    StringBuilder text = new StringBuilder();
    faults.forEach(fault -> text.append(word).append(fault).append('\n'));
    return text.toString();
  }
}
