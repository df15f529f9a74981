package io.gavel.bidding.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as sellers send them: the left half red, the right half blue, the lower edge green. */
final class Photographs {

    static final int RED = 0xc82010;
    static final int BLUE = 0x2040c8;
    static final int GREEN = 0x20a040;

    /** 40 × 20 pixels, red above left, else transparent; by Chromium. */
    static final byte[] WEBP_LOSSY =
            webp(
                    "UklGRr4AAABXRUJQVlA4WAoAAAAQAAAAJwAAEwAAQUxQSBgAAAABDzD/ERGCMNto"
                            + "BvOn3f9OIKL/E1DC2CNWUDgggAAAAJAEAJ0BKigAFAA+bSqRRaQiIZgNVVRABsSg"
                            + "DGqqTJgMEr9f8Bwm9Kq1kSMDoAD+8Bvf/5Bj42HRiykNkt5SJ//20P/60OV67+Cz"
                            + "fwbr30jwWb+CK/jkRwHoMOCIwgvHLzo/6e/7WLO5JQtlbSUfv2Fgy32b2v/QyCWY"
                            + "QmYAAAAA");

    /** The same without loss. */
    static final byte[] WEBP_LOSSLESS =
            webp(
                    "UklGRkAAAABXRUJQVlA4WAoAAAAQAAAAJwAAEwAAVlA4TCIAAAAvJ8AEEA8wIsMc"
                            + "8x84CLONanD+tPsfQUT/o8YZAAAAAAAA");

    private Photographs() {}

    static byte[] jpeg(int width, int height) {
        return written(painted(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] gif(int width, int height) {
        return written(painted(width, height, BufferedImage.TYPE_INT_RGB), "gif");
    }

    /** As painted, on a ground that is half transparent. */
    static byte[] png(int width, int height) {
        BufferedImage image = painted(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ff0000);
        for (int y = 0; y < height / 2; y++) {
            for (int x = width / 2; x < width; x++) {
                image.setRGB(x, y, 0x00ff0000);
            }
        }
        return written(image, "png");
    }

    /** A picture that compresses badly. */
    static byte[] large(int bytes) {
        byte[] small = jpeg(64, 48);
        ByteBuffer large = ByteBuffer.allocate(bytes);
        large.put(small, 0, 2);
        int rest = bytes - small.length;
        while (rest > 0) {
            int comment = Math.min(rest, 60_000);
            comment = rest - comment > 0 && rest - comment < 4 ? comment - 4 : comment;
            large.put((byte) 0xff).put((byte) 0xfe).putShort((short) (comment - 2));
            large.position(large.position() + comment - 4);
            rest -= comment;
        }
        return large.put(small, 2, small.length - 2).array();
    }

    /** With Exif: which way up it is, who made it, and where. */
    static byte[] jpegWithExif(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer photo = ByteBuffer.allocate(plain.length + exif.length + 10);
        photo.put(plain, 0, 2).put((byte) 0xff).put((byte) 0xe1);
        photo.putShort((short) (exif.length + 8)).put(ascii("Exif\0\0")).put(exif);
        return photo.put(plain, 2, plain.length - 2).array();
    }

    static byte[] pngWithExif(int width, int height, int orientation) {
        byte[] plain = png(width, height);
        byte[] chunk = chunk("eXIf", exif(orientation));
        int header = 8 + 25;
        return ByteBuffer.allocate(plain.length + chunk.length)
                .put(plain, 0, header)
                .put(chunk)
                .put(plain, header, plain.length - header)
                .array();
    }

    /** Says that it is so large; there is nothing in it. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        byte[] head = chunk("IHDR", header);
        byte[] data = chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
        return ByteBuffer.allocate(8 + head.length + data.length)
                .put(png(1, 1), 0, 8)
                .put(head)
                .put(data)
                .array();
    }

    static BufferedImage read(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage painted(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(RED));
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(new Color(BLUE));
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.setColor(new Color(GREEN));
        canvas.fillRect(0, height * 3 / 4, width, height - height * 3 / 4);
        canvas.dispose();
        return image;
    }

    /** A directory of three: maker, orientation, and where the place is. */
    private static byte[] exif(int orientation) {
        byte[] maker = ascii("SecretMaker\0");
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + maker.length + 2 + 12 + 4);
        int directory = 8;
        int makerAt = directory + 2 + 3 * 12 + 4;
        int placeAt = makerAt + maker.length;
        tiff.put(ascii("MM")).putShort((short) 42).putInt(directory).putShort((short) 3);
        entry(tiff, 0x010f, 2, maker.length).putInt(makerAt);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x8825, 4, 1).putInt(placeAt);
        tiff.putInt(0).put(maker).putShort((short) 1);
        entry(tiff, 1, 2, 2).put(ascii("N\0\0\0"));
        return tiff.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] chunk(String name, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(ascii(name));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(ascii(name))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] webp(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
