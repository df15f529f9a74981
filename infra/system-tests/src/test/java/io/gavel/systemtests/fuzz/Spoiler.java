package io.gavel.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes something wrong, or only strange, of right JSON. */
final class Spoiler {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null");
    private static final Pattern PAIR =
            Pattern.compile(
                    "\"[A-Za-z]+\":(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\",{}\\[\\]]+)");
    private static final int MOST_TIMES = 3;

    private Spoiler() {}

    static byte[] spoiled(Chance chance, String json) {
        String text = json;
        for (int left = chance.below(MOST_TIMES); left > 0; left--) {
            text = inText(chance, text);
        }
        return chance.oneIn(4)
                ? inBytes(chance, text.getBytes(StandardCharsets.UTF_8))
                : inText(chance, text).getBytes(StandardCharsets.UTF_8);
    }

    private static String inText(Chance chance, String text) {
        return switch (chance.below(10)) {
            case 0, 1, 2, 3, 4 -> replaced(chance, text, TOKEN, chance.oneOf(Odd.JSON));
            case 5 -> twice(chance, text);
            case 6 -> replaced(chance, text, PAIR, "");
            case 7 -> "[".repeat(chance.below(30)) + text + chance.oneOf(Odd.JSON);
            case 8 -> text.replace("}", ",\"odd\":" + chance.oneOf(Odd.JSON) + "}");
            default -> text.substring(0, chance.below(text.length() + 1));
        };
    }

    private static String replaced(Chance chance, String text, Pattern what, String by) {
        List<MatchResult> found = what.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + by;
        }
        MatchResult one = chance.oneOf(found);
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    private static String twice(Chance chance, String text) {
        List<MatchResult> found = PAIR.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + text;
        }
        MatchResult one = chance.oneOf(found);
        return text.substring(0, one.end()) + "," + one.group() + text.substring(one.end());
    }

    private static byte[] inBytes(Chance chance, byte[] bytes) {
        return switch (chance.below(7)) {
            case 0 -> changed(chance, bytes);
            case 1 -> inserted(chance, bytes, chance.bytes(1 + chance.below(8)));
            case 2 -> inserted(chance, bytes, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
            case 3 -> inserted(chance, bytes, new byte[] {(byte) 0xc3});
            case 4 -> inserted(chance, bytes, new byte[chance.below(4)]);
            case 5 ->
                    text(bytes)
                            .getBytes(
                                    chance.oneOf(
                                            List.of(
                                                    StandardCharsets.UTF_16,
                                                    StandardCharsets.UTF_16LE,
                                                    StandardCharsets.ISO_8859_1)));
            default -> chance.bytes(chance.below(200));
        };
    }

    private static byte[] changed(Chance chance, byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < copy.length; i += 1 + chance.below(copy.length)) {
            copy[i] ^= (byte) (1 << chance.below(8));
        }
        return copy;
    }

    private static byte[] inserted(Chance chance, byte[] bytes, byte[] more) {
        int at = chance.below(bytes.length + 1);
        List<byte[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOfRange(bytes, 0, at));
        parts.add(more);
        parts.add(Arrays.copyOfRange(bytes, at, bytes.length));
        return Bytes.joined(parts);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
