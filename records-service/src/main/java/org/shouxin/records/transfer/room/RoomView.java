package org.shouxin.records.transfer.room;

import java.time.Instant;
import java.util.UUID;

/**
 * One view of a room.
 *
 * @param id stands in the watermark
 * @param shown dimensions of the table, TOTAL, SAMPLE or NOTES
 */
public record RoomView(UUID id, String employeeNo, String shown, Instant viewedAt) {}
