package org.shouxin.audit.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A step as it was taken. */
record Step(StepKind kind, Instant at, String employeeNo, JsonNode detail) {}
