package io.gavel.contracts.frame;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Frames around the exact bytes of events: these are never parsed and written anew (DESIGN,
 * invariant 7).
 */
public final class RawFrames {

    private RawFrames() {}

    /**
     * What is true now.
     *
     * @param lotData the lot's unchanging part, a JSON object
     * @param event the newest event
     */
    public static String snapshot(
            LotId lot, long version, boolean recovered, String lotData, byte[] event) {
        return "{\"type\":\"snapshot\",\"lot\":\""
                + lot
                + "\",\"version\":"
                + version
                + ",\"recovered\":"
                + recovered
                + ",\"static\":"
                + lotData
                + ",\"event\":"
                + text(event)
                + "}";
    }

    /** Events as they happen. */
    public static String log(LotId lot, List<byte[]> events) {
        return "{\"type\":\"log\",\"lot\":\"" + lot + "\",\"events\":[" + joined(events) + "]}";
    }

    /** The first answer to a watch whose {@code after} could be honoured. */
    public static String recoveredLog(LotId lot, List<byte[]> events) {
        return "{\"type\":\"log\",\"lot\":\""
                + lot
                + "\",\"recovered\":true,\"events\":["
                + joined(events)
                + "]}";
    }

    public static String state(byte[] event) {
        return "{\"type\":\"state\",\"event\":" + text(event) + "}";
    }

    private static String joined(List<byte[]> events) {
        return String.join(",", events.stream().map(RawFrames::text).toList());
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
