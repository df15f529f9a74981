package io.gavel.settlement.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private static final Networks PUBLIC = new Networks(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1"
            })
    void a_public_address_may_be_called(String address) throws UnknownHostException {
        assertThat(PUBLIC.mayBeCalled(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void another_may_not(String address) throws UnknownHostException {
        assertThat(PUBLIC.mayBeCalled(InetAddress.getByName(address))).isFalse();
    }

    /** Java makes such an object if it is asked for IPv6 by name. */
    @Test
    void an_ipv4_address_in_ipv6_clothes_is_judged_as_what_it_is() throws UnknownHostException {
        byte[] loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        byte[] open = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 8, 8, 8, 8};

        assertThat(PUBLIC.mayBeCalled(Inet6Address.getByAddress(null, loopback, -1))).isFalse();
        assertThat(PUBLIC.mayBeCalled(Inet6Address.getByAddress(null, open, -1))).isTrue();
    }

    @Test
    void a_network_that_is_permitted_may_be_called_and_no_other() throws UnknownHostException {
        Networks local = new Networks(List.of("127.0.0.0/8", "::1/128"));

        assertThat(local.mayBeCalled(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(local.mayBeCalled(InetAddress.getByName("::1"))).isTrue();
        assertThat(local.mayBeCalled(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(local.mayBeCalled(InetAddress.getByName("::2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/40", "localhost/8", "/8", ""})
    void what_is_no_network_is_refused(String network) {
        assertThatThrownBy(() -> new Networks(List.of(network)))
                .hasMessage("network: " + network + " (expected: such as 127.0.0.0/8)");
    }
}
