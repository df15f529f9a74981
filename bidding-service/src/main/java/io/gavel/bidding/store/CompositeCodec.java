package io.gavel.bidding.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes {@link Composite}s in PostgreSQL's binary format: how many fields, then each behind its
 * type and its length in bytes. Which composite type it is, the database sees from what it is used
 * for.
 */
final class CompositeCodec extends WriteOnlyCodec<Composite> {

    private final Map<Class<?>, BinaryArrayCodec<?>> arrays;

    CompositeCodec(Collection<BinaryArrayCodec<?>> arrays, ByteBufAllocator allocator) {
        super(Composite.class, PostgresqlObjectId.UNSPECIFIED, allocator);
        this.arrays =
                arrays.stream()
                        .collect(Collectors.toMap(BinaryArrayCodec::type, Function.identity()));
    }

    @Override
    void write(ByteBuf buffer, Composite value) {
        buffer.writeInt(value.fields().size());
        for (Object[] field : value.fields()) {
            write(buffer, codec(field), field);
        }
    }

    private static <E> void write(ByteBuf buffer, BinaryArrayCodec<E> codec, Object[] field) {
        buffer.writeInt(codec.id().getObjectId());
        int length = buffer.writerIndex();
        buffer.writeInt(0);
        codec.write(buffer, codec.type().cast(field));
        buffer.setInt(length, buffer.writerIndex() - length - Integer.BYTES);
    }

    private BinaryArrayCodec<?> codec(Object[] field) {
        BinaryArrayCodec<?> codec = arrays.get(field.getClass());
        if (codec == null) {
            throw new IllegalArgumentException(
                    "field of " + field.getClass() + " (expected: one of " + arrays.keySet() + ")");
        }
        return codec;
    }
}
