package io.gavel.bidding.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing of a photo's Exif data that matters before all of it is dropped: which way up it
 * is. Whatever is not as the standards say means upright.
 */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final int MOST = 8;

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final String HEADER = "Exif\0\0";

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private Exif() {}

    /** 1 (upright) to 8, as Exif numbers them. */
    static int orientation(PhotoKind kind, byte[] photo) {
        try {
            return switch (kind) {
                case JPEG -> jpeg(ByteBuffer.wrap(photo));
                case PNG -> png(ByteBuffer.wrap(photo));
                case WEBP -> webp(ByteBuffer.wrap(photo).order(ByteOrder.LITTLE_ENDIAN));
                case GIF -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    private static int jpeg(ByteBuffer photo) {
        int at = 2;
        while ((photo.get(at) & 0xff) == 0xff) {
            int marker = photo.get(at + 1) & 0xff;
            int length = photo.getShort(at + 2) & 0xffff;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            if (marker == APP1 && says(photo, at + 4, HEADER)) {
                return tiff(photo.slice(at + 4, length - 2));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int png(ByteBuffer photo) {
        int at = 8;
        while (true) {
            int length = photo.getInt(at);
            if (length < 0) {
                return UPRIGHT;
            }
            if (says(photo, at + 4, "eXIf")) {
                return tiff(photo.slice(at + 8, length));
            }
            at = Math.addExact(at, Math.addExact(length, 12));
        }
    }

    private static int webp(ByteBuffer photo) {
        int at = 12;
        while (true) {
            int length = photo.getInt(at + 4);
            if (length < 0) {
                return UPRIGHT;
            }
            if (says(photo, at, "EXIF")) {
                return tiff(photo.slice(at + 8, length));
            }
            at = Math.addExact(at, Math.addExact(length + (length & 1), 8));
        }
    }

    private static boolean says(ByteBuffer photo, int at, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (photo.get(at + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Of a TIFF structure, with or without Exif's header before it. */
    private static int tiff(ByteBuffer given) {
        boolean headed = given.get(0) == HEADER.charAt(0);
        int begin = headed ? HEADER.length() : 0;
        ByteBuffer tiff = given.slice(begin, given.limit() - begin);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION
                    && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
