package io.gavel.replay;

/**
 * A line of a file.
 *
 * @param number counted from 1
 * @param bytes without the line feed; of a line that is too long, its beginning
 * @param whole false when it is longer than {@link Lines#MAX_BYTES}
 */
public record Line(long number, byte[] bytes, boolean whole) {}
