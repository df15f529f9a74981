package io.gavel.contracts.published;

import java.util.Locale;
import java.util.stream.Stream;

/** The records that a sealed type has. */
final class SealedTypes {

    private SealedTypes() {}

    static Stream<Class<?>> of(Class<?> type) {
        if (!type.isSealed()) {
            return type.isRecord() ? Stream.of(type) : Stream.empty();
        }
        return Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::of);
    }

    /** A record's name as the word of its messages: {@code PlaceBid} is {@code place-bid}. */
    static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
