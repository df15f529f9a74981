package io.gavel.bidding.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.function.BiConsumer;

/**
 * Writes one kind of one-dimensional array without nulls in PostgreSQL's binary array format:
 * dimensions, null flag, element type, length, lower bound, then each element behind its length in
 * bytes.
 */
final class BinaryArrayCodec<E> extends WriteOnlyCodec<E[]> {

    private static final int ONE_DIMENSION = 1;
    private static final int NO_NULLS = 0;
    private static final int FIRST_INDEX = 1;

    private final PostgresqlObjectId elementId;
    private final BiConsumer<ByteBuf, E> element;

    /**
     * @param element writes an element's length and bytes
     */
    BinaryArrayCodec(
            Class<E[]> type,
            PostgresqlObjectId arrayId,
            PostgresqlObjectId elementId,
            BiConsumer<ByteBuf, E> element,
            ByteBufAllocator allocator) {
        super(type, arrayId, allocator);
        this.elementId = elementId;
        this.element = element;
    }

    @Override
    void write(ByteBuf buffer, E[] elements) {
        buffer.writeInt(ONE_DIMENSION);
        buffer.writeInt(NO_NULLS);
        buffer.writeInt(elementId.getObjectId());
        buffer.writeInt(elements.length);
        buffer.writeInt(FIRST_INDEX);
        for (E one : elements) {
            element.accept(buffer, one);
        }
    }
}
