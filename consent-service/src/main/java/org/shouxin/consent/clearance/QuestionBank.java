package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.shouxin.consent.purpose.Words;

/** The questions that tests are drawn from. */
@ApplicationScoped
class QuestionBank {

  /** Numbers that may be drawn on a day. */
  List<Integer> numbers(Handle handle, LocalDate day) {
    return handle
        .createQuery(
            "select number from test_question where retired_on is null or retired_on > ?"
                + " order by number")
        .bind(0, day)
        .mapTo(Integer.class)
        .list();
  }

  /** These questions in this order. */
  List<KnowledgeTest.Question> questions(Handle handle, List<Integer> numbers) {
    Map<Integer, KnowledgeTest.Question> found =
        handle
            .createQuery(
                "select number, text_zh, text_en, options_zh, options_en from test_question"
                    + " where number = any(?)")
            .bindArray(0, Integer.class, numbers)
            .map(QuestionBank::question)
            .stream()
            .collect(Collectors.toMap(KnowledgeTest.Question::number, Function.identity()));
    return numbers.stream().map(number -> Objects.requireNonNull(found.get(number))).toList();
  }

  private static KnowledgeTest.Question question(ResultSet row, StatementContext context)
      throws SQLException {
    String[] zh = (String[]) row.getArray("options_zh").getArray();
    String[] en = (String[]) row.getArray("options_en").getArray();
    List<Words> options = new ArrayList<>();
    for (int i = 0; i < zh.length; i++) {
      options.add(new Words(zh[i], en[i]));
    }
    return new KnowledgeTest.Question(
        row.getInt("number"),
        new Words(row.getString("text_zh"), row.getString("text_en")),
        options);
  }
}
