package io.gavel.bidding.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Teaches the driver to send arrays, and composites of them, in PostgreSQL's binary format, so that
 * a batch costs little to send and to read. The driver's own text form is slow for thousands of
 * elements, and loses backslashes in {@code bytea[]}. Found by the driver through {@code
 * META-INF/services}.
 */
public final class BinaryArrays implements CodecRegistrar {

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> {
            List<BinaryArrayCodec<?>> arrays = codecs(allocator);
            arrays.forEach(registry::addFirst);
            registry.addFirst(new CompositeCodec(arrays, allocator));
        });
    }

    private static List<BinaryArrayCodec<?>> codecs(ByteBufAllocator allocator) {
        return List.of(
                new BinaryArrayCodec<>(
                        byte[][].class,
                        PostgresqlObjectId.BYTEA_ARRAY,
                        PostgresqlObjectId.BYTEA,
                        BinaryArrays::bytes,
                        allocator),
                new BinaryArrayCodec<>(
                        UUID[].class,
                        PostgresqlObjectId.UUID_ARRAY,
                        PostgresqlObjectId.UUID,
                        BinaryArrays::uuid,
                        allocator),
                new BinaryArrayCodec<>(
                        Long[].class,
                        PostgresqlObjectId.INT8_ARRAY,
                        PostgresqlObjectId.INT8,
                        (buffer, value) -> buffer.writeInt(Long.BYTES).writeLong(value),
                        allocator),
                new BinaryArrayCodec<>(
                        Integer[].class,
                        PostgresqlObjectId.INT4_ARRAY,
                        PostgresqlObjectId.INT4,
                        (buffer, value) -> buffer.writeInt(Integer.BYTES).writeInt(value),
                        allocator),
                new BinaryArrayCodec<>(
                        Instant[].class,
                        PostgresqlObjectId.TIMESTAMPTZ_ARRAY,
                        PostgresqlObjectId.TIMESTAMPTZ,
                        BinaryArrays::instant,
                        allocator),
                new BinaryArrayCodec<>(
                        String[].class,
                        PostgresqlObjectId.TEXT_ARRAY,
                        PostgresqlObjectId.TEXT,
                        BinaryArrays::text,
                        allocator));
    }

    private static void bytes(ByteBuf buffer, byte[] value) {
        buffer.writeInt(value.length).writeBytes(value);
    }

    private static void uuid(ByteBuf buffer, UUID value) {
        buffer.writeInt(2 * Long.BYTES)
                .writeLong(value.getMostSignificantBits())
                .writeLong(value.getLeastSignificantBits());
    }

    private static void instant(ByteBuf buffer, Instant value) {
        buffer.writeInt(Long.BYTES).writeLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
    }

    private static void text(ByteBuf buffer, String value) {
        buffer.writeInt(ByteBufUtil.utf8Bytes(value));
        ByteBufUtil.writeUtf8(buffer, value);
    }
}
