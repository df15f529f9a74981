package io.gavel.settlement.egress;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that may be called: public ones, and those of networks that are permitted by name. What
 * is not public is in the IANA registries of special-purpose addresses; of IPv6 only 2000::/3 is
 * given out at all. An IPv4 address in IPv6 clothes is judged as what it is.
 */
public final class Networks {

    private static final List<IpSubnetFilterRule> SPECIAL =
            rules(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carriers' NAT
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's host
                    "169.254.0.0/16", // link-local, and the metadata of clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23", // Teredo, ORCHID and others
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20");

    private static final IpSubnetFilterRule GIVEN_OUT = rule("2000::/3");
    private static final int IPV6_BYTES = 16;

    private final List<IpSubnetFilterRule> permitted;

    /**
     * Public ones and those of these networks, such as {@code 127.0.0.0/8}.
     *
     * @throws IllegalArgumentException if one is not a network
     */
    public Networks(List<String> permitted) {
        this.permitted = rules(permitted.toArray(String[]::new));
    }

    public boolean mayBeCalled(InetAddress address) {
        InetSocketAddress plain = new InetSocketAddress(plain(address), 0);
        return isIn(permitted, plain) || (!isIn(SPECIAL, plain) && isGivenOut(plain));
    }

    private static boolean isGivenOut(InetSocketAddress plain) {
        return plain.getAddress().getAddress().length < IPV6_BYTES || GIVEN_OUT.matches(plain);
    }

    private static boolean isIn(List<IpSubnetFilterRule> rules, InetSocketAddress plain) {
        return rules.stream().anyMatch(rule -> rule.matches(plain));
    }

    /** Java takes ::ffff:a.b.c.d for a.b.c.d when it is made of bytes. */
    private static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static List<IpSubnetFilterRule> rules(String... networks) {
        return List.of(networks).stream().map(Networks::rule).toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/", -1);
        try {
            if (parts.length == 2) {
                return new IpSubnetFilterRule(
                        InetAddress.ofLiteral(parts[0]),
                        Integer.parseInt(parts[1]),
                        IpFilterRuleType.ACCEPT);
            }
        } catch (IllegalArgumentException e) {
            throw notOne(network, e);
        }
        throw notOne(network, null);
    }

    private static IllegalArgumentException notOne(String network, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "network: " + network + " (expected: such as 127.0.0.0/8)", cause);
    }
}
