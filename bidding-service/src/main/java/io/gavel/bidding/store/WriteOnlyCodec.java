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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends values of one type, never null, in PostgreSQL's binary format. It reads none. */
abstract class WriteOnlyCodec<T> implements Codec<T>, CodecMetadata {

    private final Class<T> type;
    private final PostgresqlObjectId id;
    private final ByteBufAllocator allocator;

    /**
     * @param type known to the driver, so that its cache of codecs prefers this one to its own
     * @param id of PostgreSQL's type
     */
    WriteOnlyCodec(Class<T> type, PostgresqlObjectId id, ByteBufAllocator allocator) {
        this.type = type;
        this.id = id;
        this.allocator = allocator;
    }

    /** Writes the value without its length. */
    abstract void write(ByteBuf buffer, T value);

    PostgresqlObjectId id() {
        return id;
    }

    @Override
    public Class<T> type() {
        return type;
    }

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
        return encode(value, id.getObjectId());
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return new EncodedParameter(
                Format.FORMAT_BINARY, dataType, Mono.fromSupplier(() -> binary(value)));
    }

    private ByteBuf binary(Object value) {
        ByteBuf buffer = allocator.buffer();
        write(buffer, type.cast(value));
        return buffer;
    }

    @Override
    public @Nullable T decode(
            @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends T> wanted) {
        throw new UnsupportedOperationException(type + " is only written");
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException(type + " is never null");
    }
}
