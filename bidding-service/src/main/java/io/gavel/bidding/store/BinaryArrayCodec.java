package io.gavel.bidding.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes one kind of one-dimensional array without nulls in PostgreSQL's binary array format:
 * dimensions, null flag, element type, length, lower bound, then each element behind its length in
 * bytes. It only writes.
 *
 * @param type declared, so that the driver's cache of codecs prefers this one to its own
 * @param element writes an element's length and bytes
 */
record BinaryArrayCodec<E>(
        Class<E[]> type,
        PostgresqlObjectId arrayId,
        PostgresqlObjectId elementId,
        BiConsumer<ByteBuf, E> element,
        ByteBufAllocator allocator)
        implements Codec<E[]>, CodecMetadata {

    private static final int ONE_DIMENSION = 1;
    private static final int NO_NULLS = 0;
    private static final int FIRST_INDEX = 1;

    @Override
    public Iterable<PostgresTypeIdentifier> getDataTypes() {
        return List.of();
    }

    @Override
    public boolean canEncode(Object value) {
        return type.isInstance(value);
    }

    @Override
    public boolean canEncodeNull(Class<?> nullType) {
        return false;
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> wanted) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        return encode(value, arrayId.getObjectId());
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return new EncodedParameter(
                Format.FORMAT_BINARY, dataType, Mono.fromSupplier(() -> binary(type.cast(value))));
    }

    private ByteBuf binary(E[] elements) {
        ByteBuf buffer = allocator.buffer();
        buffer.writeInt(ONE_DIMENSION);
        buffer.writeInt(NO_NULLS);
        buffer.writeInt(elementId.getObjectId());
        buffer.writeInt(elements.length);
        buffer.writeInt(FIRST_INDEX);
        for (E one : elements) {
            element.accept(buffer, one);
        }
        return buffer;
    }

    @Override
    public E @Nullable [] decode(
            @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends E[]> wanted) {
        throw new UnsupportedOperationException(type + " is only written");
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException(type + " is never null");
    }
}
