package io.gavel.gateway.vitals;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows operators how the services are doing, by their own metrics. */
@RestController
class VitalsEndpoint {

    private final Vitals vitals;

    VitalsEndpoint(Vitals vitals) {
        this.vitals = vitals;
    }

    @GetMapping(path = "/api/v1/system", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> system() {
        return vitals.look();
    }
}
