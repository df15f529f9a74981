package io.gavel.settlement.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a host is; may wait for an answer. */
@FunctionalInterface
public interface Names {

    /** All its addresses. */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** As this machine knows them. */
    static Names ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
