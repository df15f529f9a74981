package io.gavel.bidding.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Teaches the driver to send {@code byte[][]} as {@code bytea[]} in PostgreSQL's binary array
 * format, so that a batch of exact bytes is one parameter. Found by the driver through {@code
 * META-INF/services}.
 */
public final class ByteaArrays implements CodecRegistrar {

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new ByteaArrayCodec(allocator)));
    }

    private record ByteaArrayCodec(ByteBufAllocator allocator)
            implements Codec<byte[][]>, CodecMetadata {

        private static final int HEADER_BYTES = 5 * Integer.BYTES;

        /**
         * Declared, so that the driver's cache of codecs prefers this one to its own, which garbles
         * backslashes.
         */
        @Override
        public Class<?> type() {
            return byte[][].class;
        }

        @Override
        public Iterable<PostgresTypeIdentifier> getDataTypes() {
            return List.of();
        }

        @Override
        public boolean canEncode(Object value) {
            return value instanceof byte[][];
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return false;
        }

        @Override
        public boolean canDecode(int dataType, Format format, Class<?> type) {
            return false;
        }

        @Override
        public EncodedParameter encode(Object value) {
            return encode(value, PostgresqlObjectId.BYTEA_ARRAY.getObjectId());
        }

        @Override
        public EncodedParameter encode(Object value, int dataType) {
            return new EncodedParameter(
                    Format.FORMAT_BINARY,
                    dataType,
                    Mono.fromSupplier(() -> binary((byte[][]) value)));
        }

        private ByteBuf binary(byte[][] elements) {
            int size = HEADER_BYTES;
            for (byte[] element : elements) {
                size += Integer.BYTES + element.length;
            }
            ByteBuf buffer = allocator.buffer(size);
            buffer.writeInt(1);
            buffer.writeInt(0);
            buffer.writeInt(PostgresqlObjectId.BYTEA.getObjectId());
            buffer.writeInt(elements.length);
            buffer.writeInt(1);
            for (byte[] element : elements) {
                buffer.writeInt(element.length).writeBytes(element);
            }
            return buffer;
        }

        @Override
        public byte @Nullable [] @Nullable [] decode(
                @Nullable ByteBuf buffer,
                int dataType,
                Format format,
                Class<? extends byte[][]> type) {
            throw new UnsupportedOperationException("bytea[] is only written");
        }

        @Override
        public EncodedParameter encodeNull() {
            throw new UnsupportedOperationException("bytea[] is never null");
        }
    }
}
