package io.gavel.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A key pair that signs tokens, with the name under which its public half is found. */
public final class IssuerKey {

    private static final int COORDINATE_BYTES = 32;

    private final String id = UUID.randomUUID().toString();
    private final String algorithm;
    private final String signature;
    private final KeyPair pair;

    private IssuerKey(String algorithm, String signature, KeyPair pair) {
        this.algorithm = algorithm;
        this.signature = signature;
        this.pair = pair;
    }

    public static IssuerKey rs256() {
        return made(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new IssuerKey("RS256", "SHA256withRSA", generator.generateKeyPair());
        });
    }

    public static IssuerKey es256() {
        return made(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new IssuerKey(
                    "ES256", "SHA256withECDSAinP1363Format", generator.generateKeyPair());
        });
    }

    String id() {
        return id;
    }

    String algorithm() {
        return algorithm;
    }

    /** The public half, which is no secret: for who would use it as one. */
    byte[] publicBytes() {
        return pair.getPublic().getEncoded();
    }

    byte[] sign(byte[] text) {
        return made(() -> {
            Signature signing = Signature.getInstance(signature);
            signing.initSign(pair.getPrivate());
            signing.update(text);
            return signing.sign();
        });
    }

    /** The public half, as RFC 7517 has it. */
    Map<String, Object> jwk() {
        Map<String, Object> jwk = new HashMap<>(Map.of("kid", id, "use", "sig", "alg", algorithm));
        switch (pair.getPublic()) {
            case RSAPublicKey rsa -> {
                jwk.put("kty", "RSA");
                jwk.put("n", base64(unsigned(rsa.getModulus())));
                jwk.put("e", base64(unsigned(rsa.getPublicExponent())));
            }
            case ECPublicKey ec -> {
                jwk.put("kty", "EC");
                jwk.put("crv", "P-256");
                jwk.put("x", base64(coordinate(ec.getW().getAffineX())));
                jwk.put("y", base64(coordinate(ec.getW().getAffineY())));
            }
            default -> throw new IllegalStateException("key: neither RSA nor EC");
        }
        return jwk;
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        int from = signed[0] == 0 && signed.length > 1 ? 1 : 0;
        return Arrays.copyOfRange(signed, from, signed.length);
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = unsigned(number);
        byte[] padded = new byte[COORDINATE_BYTES];
        System.arraycopy(bytes, 0, padded, COORDINATE_BYTES - bytes.length, bytes.length);
        return padded;
    }

    /** Something of the JDK's cryptography, which always has these algorithms. */
    interface Made<T> {
        T make() throws GeneralSecurityException;
    }

    static <T> T made(Made<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
