package org.shouxin.audit.monitor.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;

/** An actor's state as bytes, so that a restart goes on where it was. */
public final class StateCodec {
  private static final int FORMAT = 1;

  private StateCodec() {}

  public static byte[] write(ActorState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeLong(state.day.toEpochDay());
      out.writeUTF(state.reached.label());
      writeToday(out, state.today);
      writeNumbers(out, state.highest);
      writeNumbers(out, state.usual.peaks);
      out.writeInt(state.usual.days);
      out.writeDouble(state.usual.mean);
      out.writeDouble(state.usual.variance);
      out.writeDouble(state.usual.slow);
      writeNumbers(out, state.widening.factors);
      LocalDate since = state.widening.since;
      out.writeLong(since == null ? Long.MIN_VALUE : since.toEpochDay());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The state that {@link #write} wrote.
   *
   * @throws IllegalArgumentException for bytes of another format: rebuild the state from the log
   */
  public static ActorState read(byte[] bytes) {
    ActorState state = new ActorState();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORMAT) {
        throw new IllegalArgumentException("the state has another format");
      }
      state.day = LocalDate.ofEpochDay(in.readLong());
      state.reached = Interception.of(in.readUTF());
      readToday(in, state.today);
      readNumbers(in, state.highest);
      readNumbers(in, state.usual.peaks);
      state.usual.days = in.readInt();
      state.usual.mean = in.readDouble();
      state.usual.variance = in.readDouble();
      state.usual.slow = in.readDouble();
      readNumbers(in, state.widening.factors);
      long since = in.readLong();
      state.widening.since = since == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(since);
      return state;
    } catch (IOException cut) {
      throw new IllegalArgumentException("the state cannot be read", cut);
    }
  }

  private static void writeToday(DataOutputStream out, Today today) throws IOException {
    int[] people = today.people.toArray();
    out.writeInt(people.length);
    for (int person : people) {
      out.writeInt(person);
    }
    writeWindow(out, today.pace);
    writeWindow(out, today.hour);
    writeNumbers(out, today.counts);
    writeBuckets(out, today.surnames);
    writeBuckets(out, today.blocks);
  }

  private static void readToday(DataInputStream in, Today today) throws IOException {
    int people = in.readInt();
    for (int i = 0; i < people; i++) {
      today.people.add(in.readInt());
    }
    readWindow(in, today.pace);
    readWindow(in, today.hour);
    readNumbers(in, today.counts);
    readBuckets(in, today.surnames);
    readBuckets(in, today.blocks);
  }

  private static void writeWindow(DataOutputStream out, Window window) throws IOException {
    out.writeLong(window.newestStep());
    int[] counts = window.counts();
    out.writeInt(counts.length);
    for (int count : counts) {
      out.writeInt(count);
    }
  }

  private static void readWindow(DataInputStream in, Window window) throws IOException {
    long step = in.readLong();
    int[] counts = new int[in.readInt()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readInt();
    }
    window.restore(step, counts);
  }

  private static void writeNumbers(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void readNumbers(DataInputStream in, double[] numbers) throws IOException {
    int length = in.readInt();
    if (length > numbers.length) {
      throw new IllegalArgumentException("the state has other signals");
    }
    // A state from before a signal was added: what is new begins as in a new state.
    for (int i = 0; i < length; i++) {
      numbers[i] = in.readDouble();
    }
  }

  private static void writeBuckets(DataOutputStream out, Map<String, Integer> buckets)
      throws IOException {
    out.writeInt(buckets.size());
    for (Map.Entry<String, Integer> bucket : buckets.entrySet()) {
      out.writeUTF(bucket.getKey());
      out.writeInt(bucket.getValue());
    }
  }

  private static void readBuckets(DataInputStream in, Map<String, Integer> buckets)
      throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      buckets.put(in.readUTF(), in.readInt());
    }
  }
}
