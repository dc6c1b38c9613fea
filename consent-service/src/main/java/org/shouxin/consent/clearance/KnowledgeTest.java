package org.shouxin.consent.clearance;

import java.util.List;
import java.util.UUID;
import org.shouxin.consent.purpose.Words;

/** A test as drawn for one person; it does not say which answers are right. */
record KnowledgeTest(UUID id, List<Question> questions) {

  /** One question with its possible answers, counted from 1. */
  record Question(int number, Words text, List<Words> options) {}

  /** What came of it. */
  record Result(int rightAnswers, int questions, boolean passed) {}
}
