package io.gavel.settlement.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL that somebody else gave, in a form that everybody reads alike: https, a host name or plain
 * address, a permitted port, nothing hidden in it. Where the host is, is another question.
 */
public record TargetUrl(URI uri) {

    /** The most characters of one. */
    public static final int MOST_CHARACTERS = 2_000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
                            + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");

    /**
     * Which URLs are taken.
     *
     * @param ports those that may be called; 0 among them: any
     * @param plainHttp whether http is taken too
     */
    public record Rules(Set<Integer> ports, boolean plainHttp) {

        boolean hasPort(int port) {
            return ports.contains(port) || ports.contains(0);
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException with what came and what was expected
     */
    public static TargetUrl parse(String text, Rules rules) {
        if (text.length() > MOST_CHARACTERS) {
            throw refused(text.length() + " characters", "at most " + MOST_CHARACTERS);
        }
        URI uri = uri(text);
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        if (!https && !(rules.plainHttp() && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw refused("scheme " + uri.getScheme(), "https");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("with a user or fragment", "without");
        }
        String host = uri.getHost();
        if (host == null || !isHost(host)) {
            throw refused("its host", "a name or a plain address");
        }
        int port = uri.getPort() == -1 ? (https ? HTTPS : HTTP) : uri.getPort();
        if (!rules.hasPort(port)) {
            throw refused("port " + port, "one of " + rules.ports());
        }
        return new TargetUrl(uri);
    }

    private static boolean isHost(String host) {
        return NAME.matcher(host).matches()
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("not readable", "https://…");
        }
    }

    private static IllegalArgumentException refused(String came, String expected) {
        return new IllegalArgumentException(came + " (expected: " + expected + ")");
    }

    /** As addresses are looked up: without the brackets. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
